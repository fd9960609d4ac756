package gleaner.extract.text;

import gleaner.extract.text.OwnWords.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows the lines of a message that were pasted: fenced code, quoted and logged lines, data,
 * transcripts with their roles, mail with its headers, and whatever stands below "forwarded
 * message" or "can you proofread this?".
 */
final class Pasted {
    private static final String FENCE = "```";
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_ANNOUNCEMENT = 80;
    private static final int SHORTEST_RULE = 3;

    /** "hi, can you please fix". */
    private static final int WORDS_BEFORE_TASK = 5;

    private final Set<String> roles;
    private final Set<String> headers;
    private final Set<String> forwards;
    private final Set<String> tasks;
    private final Set<String> pointers;

    Pasted(Map<Sign, Set<String>> words) {
        this.roles = Set.copyOf(words.getOrDefault(Sign.ROLE, Set.of()));
        this.headers = Set.copyOf(words.getOrDefault(Sign.HEADER, Set.of()));
        this.forwards = Set.copyOf(words.getOrDefault(Sign.FORWARD, Set.of()));
        this.tasks = Set.copyOf(words.getOrDefault(Sign.TASK, Set.of()));
        this.pointers = Set.copyOf(words.getOrDefault(Sign.POINTER, Set.of()));
    }

    /** A walk over the lines of one text, from its first. */
    Walk walk(String text) {
        return new Walk(text);
    }

    /** "fix the spacing on that pls", below an empty line: what stands above is the thing. */
    private int behindMaterial(String text) {
        var stripped = text.stripTrailing();
        int gap = stripped.lastIndexOf("\n\n");
        int last = gap + 2;
        boolean single = gap > 0 && stripped.indexOf('\n', last) < 0;
        if (!single || stripped.lastIndexOf('\n', gap - 1) < 0) {
            return 0;
        }
        return asksForWork(stripped.substring(last)) ? last : 0;
    }

    /** "can you shorten it": a line that asks for work on what it points at. */
    private boolean asksForWork(String line) {
        if (line.length() > LONGEST_ANNOUNCEMENT) {
            return false;
        }
        var words = List.of(line.toLowerCase(Locale.ROOT).split("\\W+"));
        return words.stream().anyMatch(pointers::contains)
                && words.stream().anyMatch(tasks::contains);
    }

    /** "fix the grammar:": the thing stands below. */
    private boolean announcesWork(String line) {
        return line.length() <= LONGEST_ANNOUNCEMENT
                && line.stripTrailing().endsWith(":")
                && Stream.of(line.toLowerCase(Locale.ROOT).split("\\W+"))
                        .limit(WORDS_BEFORE_TASK)
                        .anyMatch(tasks::contains);
    }

    /** Where a walk stands: what a line is can depend on those before it. */
    final class Walk {
        private final String text;
        private final int behindMaterial;
        private boolean fenced;
        private boolean ruled;
        private boolean tasked;
        private boolean inMail;
        private boolean marked;
        private boolean over;

        private Walk(String text) {
            this.text = text;
            this.behindMaterial = behindMaterial(text);
        }

        /** Whether everything further is somebody else's. */
        boolean isOver() {
            return over;
        }

        /** Whether the next line, from its first ink to its end, is the writer's own. */
        boolean isOwn(int first, int end) {
            if (text.startsWith(FENCE, first)) {
                fenced = !fenced && opensFence(first, end);
                return false;
            }
            if (isRule(first, end)) {
                ruled = !ruled && tasked;
                return false;
            }
            if (fenced || ruled || first == end || first < behindMaterial) {
                inMail = false;
                return false;
            }
            var line = text.substring(first, end);
            tasked = asksForWork(line) || announcesWork(line);
            if (isForward(first, end)) {
                over = true;
                return false;
            }
            over = isTask(end);
            return isOutOfMarks(first, end) && isOutOfMail(first, end) && !isForeign(first, end);
        }

        /** A fence that nothing closes fences nothing. */
        private boolean opensFence(int first, int end) {
            return text.indexOf(FENCE, first + FENCE.length()) > end;
        }

        /** Between the marks of a model's own transcript, {@code <|...|>}, nothing is said. */
        private boolean isOutOfMarks(int first, int end) {
            int mark = lastMark(first, end);
            boolean before = marked;
            if (mark >= first) {
                marked = !text.startsWith("_end", mark + 4) && !text.startsWith("end", mark + 2);
                return !before && mark > first;
            }
            return !before;
        }

        private int lastMark(int first, int end) {
            int mark = -1;
            for (int at = text.indexOf("<|", first, end);
                    at >= 0;
                    at = text.indexOf("<|", at + 1, end)) {
                mark = at;
            }
            return mark;
        }

        /** From a header on, up to an empty line. */
        private boolean isOutOfMail(int first, int end) {
            inMail |= headers.contains(label(first, end));
            return !inMail;
        }

        /** Everything below "forwarded message" is somebody else's. */
        private boolean isForward(int first, int end) {
            return end - first <= LONGEST_ANNOUNCEMENT
                    && Stream.of(text.substring(first, end).toLowerCase(Locale.ROOT))
                            .anyMatch(line -> forwards.stream().anyMatch(line::contains));
        }

        /** Everything below "can you proofread this?" is the thing to be proofread. */
        private boolean isTask(int end) {
            return tasked && "?:.".indexOf(text.charAt(end - 1)) >= 0;
        }

        /** A line of dashes: parts what was pasted from the question about it. */
        private boolean isRule(int first, int end) {
            return end - first >= SHORTEST_RULE
                    && text.substring(first, end).chars().allMatch(c -> "-=*_~ ".indexOf(c) >= 0);
        }

        private boolean isForeign(int first, int end) {
            char ink = text.charAt(first);
            boolean sign = ">{}|<".indexOf(ink) >= 0 || (ink == '[' && first + 1 < end);
            return sign
                    || (ink == '"' && text.startsWith("\":", text.indexOf('"', first + 1)))
                    || isLogged(first, end)
                    || isRole(first, end);
        }

        /** {@code 2026-03-02T04:11:09Z WARN ...}: a date and a time. */
        private boolean isLogged(int first, int end) {
            return end - first > 16
                    && isDigits(first, 4)
                    && text.charAt(first + 4) == '-'
                    && isDigits(first + 5, 2)
                    && isDigits(first + 11, 2)
                    && text.charAt(first + 13) == ':';
        }

        private boolean isDigits(int from, int count) {
            return text.substring(from, from + count).chars().allMatch(Character::isDigit);
        }

        /** {@code User: ...}, {@code ### system}. */
        private boolean isRole(int first, int end) {
            return roles.contains(label(first, end));
        }

        /**
         * The word that a line is headed with, in lower case; empty where it is headed with none.
         */
        private String label(int first, int end) {
            int from = first;
            while (from < end && "#*_-<[ ".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            int to = from;
            while (to < end && to - from < LONGEST_LABEL && Character.isLetter(text.charAt(to))) {
                to++;
            }
            int sign = to;
            while (sign < end && "*_ ]>".indexOf(text.charAt(sign)) >= 0) {
                sign++;
            }
            boolean labelled = sign < end ? text.charAt(sign) == ':' : from > first;
            return labelled ? text.substring(from, to).toLowerCase(Locale.ROOT) : "";
        }
    }
}
