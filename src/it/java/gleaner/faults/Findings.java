package gleaner.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a {@link HistoryChecker} found to be wrong; nothing, if the worker kept its word. */
final class Findings {
    private static final int SHOWN = 20;

    private final Set<String> lost = new TreeSet<>();
    private final Set<String> doubled = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    void lost(String event, String how) {
        lost.add(event);
        problem("lost " + event + ": " + how);
    }

    void doubled(String event, String how) {
        doubled.add(event);
        problem("doubled " + event + ": " + how);
    }

    void problem(String what) {
        problems.add(what);
    }

    /** How many events were not applied. */
    int lost() {
        return lost.size();
    }

    /** How many events were applied more than once. */
    int doubled() {
        return doubled.size();
    }

    /** The first of all that is wrong, in words; empty where nothing is. */
    List<String> problems() {
        return problems.size() <= SHOWN
                ? List.copyOf(problems)
                : List.copyOf(problems.subList(0, SHOWN));
    }
}
