package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import gleaner.extract.preference.slot.Places.Place;
import gleaner.extract.text.Word.Forms;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the name of a place where somebody can live: one that the gazetteer knows, one written with
 * capitals, or "a village near" either. Takes it as written.
 */
public final class PlaceSlot implements Slot {
    private static final int MAX_NAME = 5;
    private static final int MAX_KIND = 4;

    /** In UTF-16 units; shorter ones are as likely slips. */
    private static final int SHORTEST_UNKNOWN = 4;

    private final Places places;
    private final PlaceWords words;
    private final Evidence evidence;

    /** How much the words around it already say that this is a place. */
    public enum Evidence {
        /** "... live in ...": a word that no dictionary has, too. */
        CERTAIN,
        /** "moved to ...": a capital is enough. */
        LIKELY,
        /** "stay in ...": only what the gazetteer has. */
        WEAK
    }

    public PlaceSlot(Places places, PlaceWords words, Evidence evidence) {
        this.places = places;
        this.words = words;
        this.evidence = evidence;
    }

    /** A place and where its words end. */
    private record Named(int end, Place place) {}

    @Override
    public List<Filling> at(Passage passage, int position) {
        var named = name(passage, position);
        if (named == null && evidence != Evidence.WEAK) {
            named = kindOfPlace(passage, position);
        }
        if (named == null) {
            return List.of();
        }
        var value = passage.slice(position, named.end());
        return List.of(new Filling(named.end(), List.of(value), named.place().attributes()));
    }

    private @Nullable Named name(Passage passage, int position) {
        int from = position;
        while (from < passage.size() && words.modifies(passage.word(from))) {
            from++;
        }
        var named = plainName(passage, from);
        if (named == null && from > position) {
            named = plainName(passage, position);
        }
        return named == null ? null : withRegion(passage, named);
    }

    private @Nullable Named plainName(Passage passage, int position) {
        if (position >= passage.size()) {
            return null;
        }
        var known = places.longest(passage, position);
        if (known != null && isCommonWord(passage, position, known.end())) {
            known = null;
        }
        int run = evidence == Evidence.WEAK ? position : capitals(passage, position);
        if (known != null && known.end() >= run) {
            return new Named(known.end(), known.meaning());
        }
        if (run == position && evidence == Evidence.CERTAIN && isUnheardOf(passage, position)) {
            run = position + 1;
        }
        return run > position ? new Named(run, Place.UNKNOWN) : null;
    }

    /** "hackney": a word that no dictionary has, where the words before it ask for a place. */
    private static boolean isUnheardOf(Passage passage, int position) {
        var text = passage.token(position).text();
        return passage.token(position).word().forms() == 0
                && !Grammar.isFunctionWord(passage.token(position))
                && text.length() >= SHORTEST_UNKNOWN
                && text.chars().allMatch(Character::isLetter);
    }

    /** A lower-case word before another noun is no place: "mobile homes", "central time". */
    private boolean isCommonWord(Passage passage, int position, int end) {
        var token = passage.token(position);
        return end == position + 1
                && !token.isCapitalised()
                && token.word().forms() != 0
                && end < passage.size()
                && !passage.closes(end)
                && places.longest(passage, end) == null
                && passage.token(end).text().length() > 2
                && (passage.token(end).isNoun() || token.word().can(Forms.ADJECTIVE));
    }

    /** Behind the last of the capitalised words that begin here: "Newcastle upon Tyne". */
    private int capitals(Passage passage, int position) {
        int at = words.isArticle(passage.word(position)) ? position + 1 : position;
        int end = position;
        while (at < passage.size() && at < position + MAX_NAME) {
            if (isProper(passage, at)) {
                at++;
                end = at;
            } else if (end > position && words.links(passage.word(at))) {
                at++;
            } else {
                break;
            }
        }
        return end;
    }

    private boolean isProper(Passage passage, int position) {
        var token = passage.token(position);
        return token.isCapitalised()
                && !token.tag().isBreak()
                && !passage.closes(position)
                && !words.isNoPlace(passage.word(position))
                && !Grammar.isFunctionWord(token)
                && !isShouted(token.text());
    }

    private static boolean isShouted(String text) {
        return text.length() > 1 && text.chars().noneMatch(Character::isLowerCase);
    }

    /** "Portland, Oregon"; but not "Wrocław, Poland's prettiest city". */
    private Named withRegion(Passage passage, Named named) {
        int at = named.end();
        if (at < passage.size() && passage.word(at).equals(",")) {
            at++;
        }
        var region = at < passage.size() ? places.longest(passage, at) : null;
        boolean capital = passage.token(named.end() - 1).isCapitalised();
        if (region == null
                || (capital && !passage.token(at).isCapitalised())
                || (region.end() < passage.size() && !passage.closes(region.end()))) {
            return named;
        }
        var country = region.meaning().country();
        return country.isEmpty()
                ? new Named(region.end(), named.place())
                : new Named(region.end(), region.meaning());
    }

    /** "a little village near Bath". */
    private @Nullable Named kindOfPlace(Passage passage, int position) {
        if (!words.isArticle(passage.word(position))) {
            return null;
        }
        int limit = Math.min(passage.size() - 2, position + MAX_KIND);
        for (int i = position + 1; i < limit && !passage.parts(i); i++) {
            if (words.isKind(passage.word(i)) && words.isNear(passage.word(i + 1))) {
                return name(passage, i + 2);
            }
        }
        return null;
    }

    /** Words of the language that stand around the names of places. */
    public record PlaceWords(
            Set<String> modifiers,
            Set<String> articles,
            Set<String> links,
            Set<String> kinds,
            Set<String> near,
            Set<String> noPlaces) {
        boolean modifies(String word) {
            return modifiers.contains(word);
        }

        boolean isArticle(String word) {
            return articles.contains(word);
        }

        boolean links(String word) {
            return links.contains(word);
        }

        boolean isKind(String word) {
            return kinds.contains(word);
        }

        boolean isNear(String word) {
            return near.contains(word);
        }

        boolean isNoPlace(String word) {
            return noPlaces.contains(word);
        }
    }
}
