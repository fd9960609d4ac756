package gleaner.extract.preference.pattern;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries patterns on one sentence: backtracking that never tries the same step at the same token
 * twice, so a try costs at most steps x tokens that the pattern can take, whatever the text. Not
 * shared by threads.
 */
public final class Matcher {
    private final Passage passage;
    private Pattern pattern =
            new Pattern(List.of(), 0, IdSet.NONE, false, List.of(), Set.of(), Set.of());
    private final BitSet failed = new BitSet();
    private int start;
    private long work;

    public Matcher(Passage passage) {
        this.passage = passage;
    }

    /** What slots have taken on the way to a step, the last one first. */
    private record Taken(String name, Filling filling, @Nullable Taken before) {}

    /** Steps tried up to now: what the cost of a text is measured in. */
    public long work() {
        return work;
    }

    /** The best match that begins at this token. */
    public @Nullable Match at(Pattern tried, int position) {
        pattern = tried;
        start = position;
        failed.clear();
        return run(0, position, null);
    }

    private @Nullable Match run(int step, int position, @Nullable Taken taken) {
        int key = step * (pattern.longest() + 2) + position - start;
        if (failed.get(key)) {
            return null;
        }
        work++;
        var match = tryStep(step, position, taken);
        if (match == null) {
            failed.set(key);
        }
        return match;
    }

    private @Nullable Match tryStep(int step, int position, @Nullable Taken taken) {
        return switch (pattern.steps().get(step)) {
            case Step.OneOf(var words) ->
                    position < passage.size() && words.contains(passage.id(position))
                            ? run(step + 1, position + 1, taken)
                            : null;
            case Step.Any _ ->
                    position < passage.size() && !passage.stops(position)
                            ? run(step + 1, position + 1, taken)
                            : null;
            case Step.Take take -> fill(take, step, position, taken);
            case Step.Fork fork -> {
                var match = isBarred(fork, position) ? null : run(fork.first(), position, taken);
                yield match == null ? run(fork.second(), position, taken) : match;
            }
            case Step.Jump(int target) -> run(target, position, taken);
            case Step.Unless(var words) ->
                    position < passage.size() && words.contains(passage.id(position))
                            ? null
                            : run(step + 1, position, taken);
            case Step.Opening _ -> passage.opens(position) ? run(step + 1, position, taken) : null;
            case Step.Closing _ -> passage.closes(position) ? run(step + 1, position, taken) : null;
            case Step.Accept _ -> new Match(start, position, fillings(taken));
        };
    }

    private boolean isBarred(Step.Fork fork, int position) {
        return !fork.guard().isEmpty()
                && (position >= passage.size() || !fork.guard().contains(passage.id(position)));
    }

    private @Nullable Match fill(Step.Take take, int step, int position, @Nullable Taken taken) {
        if (position >= passage.size()) {
            return null;
        }
        for (var filling : take.slot().at(passage, position)) {
            var next = take.kept() ? new Taken(take.name(), filling, taken) : taken;
            var match = run(step + 1, filling.end(), next);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    private static Map<String, Filling> fillings(@Nullable Taken last) {
        var fillings = new HashMap<String, Filling>();
        for (var taken = last; taken != null; taken = taken.before()) {
            fillings.putIfAbsent(taken.name(), taken.filling());
        }
        return fillings;
    }
}
