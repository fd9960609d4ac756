package gleaner.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Answers lines in their order: those that have arrived are answered on all cores together, and
 * written before the next are read. So memory stays bounded, and whoever types a line is answered.
 */
final class Answering {
    /** Complaints shown; the rest are only counted. */
    private static final int MAX_COMPLAINTS = 20;

    private final LineFormat format;
    private final PrintStream out;
    private final PrintStream err;

    Answering(LineFormat format, PrintStream out, PrintStream err) {
        this.format = format;
        this.out = out;
        this.err = err;
    }

    /** Answers all lines; stops where nobody takes the answers any more. */
    Tally answer(LineInput in) throws IOException {
        var tally = Tally.NONE;
        for (var lines = in.next(); !lines.isEmpty(); lines = in.next()) {
            tally = write(lines, lines.parallelStream().map(this::answer).toList(), tally);
            if (out.checkError()) {
                throw new IOException("standard output was closed");
            }
        }
        return tally;
    }

    private Tally write(List<InputLine> lines, List<Answer> answers, Tally before) {
        var tally = before;
        var output = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var answer = answers.get(i);
            output.append(answer.output());
            tally = tally.plus(answer);
            if (answer.complaint() != null && tally.refused() <= MAX_COMPLAINTS) {
                err.println("line " + lines.get(i).number() + ": " + answer.complaint());
            }
        }
        out.writeBytes(output.toString().getBytes(StandardCharsets.UTF_8));
        return tally;
    }

    /** A bug in the reader costs the one line, as it would cost the worker the one record. */
    private Answer answer(InputLine line) {
        try {
            return line.cut()
                    ? format.refuse(line, "longer than a line may be")
                    : format.answer(line);
        } catch (RuntimeException bug) {
            return format.refuse(
                    line,
                    "the reader failed: "
                            + bug.getClass().getName()
                            + Arrays.stream(bug.getStackTrace())
                                    .findFirst()
                                    .map(at -> " at " + at)
                                    .orElse(""));
        }
    }

    /**
     * What was answered.
     *
     * @param lines all of them
     * @param taught those that taught something
     * @param learned how many things
     * @param refused lines that could not be read
     */
    record Tally(long lines, long taught, long learned, long refused) {
        private static final Tally NONE = new Tally(0, 0, 0, 0);

        private Tally plus(Answer answer) {
            return new Tally(
                    lines + 1,
                    taught + (answer.learned() > 0 ? 1 : 0),
                    learned + answer.learned(),
                    refused + (answer.complaint() == null ? 0 : 1));
        }
    }
}
