package gleaner.cli;

/**
 * A line of the input.
 *
 * @param number counted from 1
 * @param text without its end
 * @param cut whether the line went on beyond what is read of one
 */
record InputLine(long number, String text, boolean cut) {}
