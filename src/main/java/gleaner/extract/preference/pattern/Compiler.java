package gleaner.extract.preference.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From a pattern's parts to the steps of {@link Matcher}: Thompson's construction. */
final class Compiler {
    /** Long words are rarer than short ones. */
    private static final Comparator<Set<String>> LONGEST_WORDS =
            Comparator.comparingInt(
                    words -> words.stream().mapToInt(String::length).min().orElse(0));

    private final WordIds ids;
    private final List<Step> steps = new ArrayList<>();
    private final List<Set<String>> needs = new ArrayList<>();
    private final Set<String> takes = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    Compiler(WordIds ids) {
        this.ids = ids;
    }

    Pattern compile(Node node) {
        emit(node);
        steps.add(new Step.Accept());
        collectNeeds(node);
        boolean opening = steps.getFirst() instanceof Step.Opening;
        return new Pattern(
                steps, longest(node), ids.all(First.of(node).only()), opening, needs, takes, words);
    }

    private void emit(Node node) {
        switch (node) {
            case Node.Words(var some) -> {
                words.addAll(some);
                steps.add(new Step.OneOf(ids.all(some)));
            }
            case Node.Sequence(var parts) -> parts.forEach(this::emit);
            case Node.Choice(var options) -> emitChoice(options);
            case Node.Take(var slot, var name, var kept) -> {
                if (kept) {
                    takes.add(name);
                }
                steps.add(new Step.Take(slot, name, kept));
            }
            case Node.Gap _ -> emitGap();
            case Node.Unless(var some) -> steps.add(new Step.Unless(ids.all(some)));
            case Node.Opening _ -> steps.add(new Step.Opening());
            case Node.Closing _ -> steps.add(new Step.Closing());
        }
    }

    private void emitChoice(List<Node> options) {
        var jumps = new ArrayList<Integer>();
        for (int i = 0; i < options.size(); i++) {
            int fork = steps.size();
            boolean last = i == options.size() - 1;
            if (!last) {
                steps.add(new Step.Jump(0));
            }
            emit(options.get(i));
            if (!last) {
                jumps.add(steps.size());
                steps.add(new Step.Jump(0));
                var guard = ids.all(First.of(options.get(i)).only());
                steps.set(fork, new Step.Fork(fork + 1, steps.size(), guard));
            }
        }
        jumps.forEach(jump -> steps.set(jump, new Step.Jump(steps.size())));
    }

    /** As few tokens as will do: what follows is tried first. */
    private void emitGap() {
        int end = steps.size() + 2 * Node.Gap.LONGEST;
        for (int i = 0; i < Node.Gap.LONGEST; i++) {
            steps.add(new Step.Fork(end, steps.size() + 1, IdSet.NONE));
            steps.add(new Step.Any());
        }
    }

    private void collectNeeds(Node node) {
        switch (node) {
            case Node.Words(var some) -> needs.add(some);
            case Node.Sequence(var parts) -> parts.forEach(this::collectNeeds);
            case Node.Choice(var options) -> addIfAll(options);
            case Node.Take(var slot, var _, var _) -> {
                if (!slot.words().isEmpty()) {
                    needs.add(slot.words());
                }
            }
            case Node.Gap _, Node.Unless _, Node.Opening _, Node.Closing _ -> {}
        }
    }

    /**
     * A choice is needed where each of its options needs something: then one of all those words.
     */
    private void addIfAll(List<Node> options) {
        var all = new HashSet<String>();
        for (var option : options) {
            var inner = new Compiler(ids);
            inner.collectNeeds(option);
            if (inner.needs.isEmpty()) {
                return;
            }
            all.addAll(Collections.max(inner.needs, LONGEST_WORDS));
        }
        needs.add(Set.copyOf(all));
    }

    private static int longest(Node node) {
        return switch (node) {
            case Node.Words _ -> 1;
            case Node.Sequence(var parts) -> parts.stream().mapToInt(Compiler::longest).sum();
            case Node.Choice(var options) ->
                    options.stream().mapToInt(Compiler::longest).max().orElse(0);
            case Node.Take _ -> Slot.MAX_TOKENS;
            case Node.Gap _ -> Node.Gap.LONGEST;
            case Node.Unless _, Node.Opening _, Node.Closing _ -> 0;
        };
    }
}
