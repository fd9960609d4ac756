package gleaner.cli;

/** How {@code extract} understands a line and answers it. Shared by threads. */
interface LineFormat {

    Answer answer(InputLine line);

    /** What to print for a line that cannot be read. */
    Answer refuse(InputLine line, String why);
}
