package gleaner.doctor;

import java.util.List;

/**
 * What a check found.
 *
 * @param check its name: lower case, with dots
 * @param what in a sentence
 * @param count of what was found: rows, partitions; 0 where there is nothing to count
 * @param firstIds the first of these, at most {@value #NAMED}
 * @param gleaner what Gleaner will do about it; empty where nothing
 * @param operator what a person should do about it; empty where nothing
 */
public record Finding(
        Weight weight,
        String check,
        String what,
        long count,
        List<String> firstIds,
        String gleaner,
        String operator) {
    /** How many ids are told. */
    public static final int NAMED = 20;

    public Finding {
        firstIds = firstIds.stream().limit(NAMED).toList();
        if (check.isEmpty() || what.isEmpty()) {
            throw new IllegalArgumentException("a finding has a check and says what it found");
        }
        if ((weight == Weight.BLOCKS || weight == Weight.ASKS) && operator.isEmpty()) {
            throw new IllegalArgumentException(
                    check + " asks for something, and does not say for what");
        }
    }

    /** All is as it should be. */
    public static Finding fine(String check, String what) {
        return new Finding(Weight.FINE, check, what, 0, List.of(), "", "");
    }

    /** Something to know. */
    public static Finding tells(String check, String what) {
        return new Finding(Weight.TELLS, check, what, 0, List.of(), "", "");
    }

    /** Something that a person has to do first. */
    public static Finding asks(String check, String what, String operator) {
        return new Finding(Weight.ASKS, check, what, 0, List.of(), "", operator);
    }

    /** Something without which nothing goes. */
    public static Finding blocks(String check, String what, String operator) {
        return new Finding(Weight.BLOCKS, check, what, 0, List.of(), "", operator);
    }

    /** The same, with how many and the first of them. */
    public Finding of(long many, List<String> ids) {
        return new Finding(weight, check, what, many, ids, gleaner, operator);
    }

    /** The same, with what Gleaner will do. */
    public Finding will(String doing) {
        return new Finding(weight, check, what, count, firstIds, doing, operator);
    }
}
