package gleaner.postgres.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQL script as it is shipped, and its statements.
 *
 * @param name its file under {@code migrations/}
 */
record Script(String name, String text) {
    /**
     * What a semicolon or a comment's beginning means nothing in, and then what ends a statement.
     */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "--[^\\n]*" + "|'(?:[^']|'')*'" + "|\"[^\"]*\"" + "|(\\$\\w*\\$).*?\\1" + "|;",
                    Pattern.DOTALL);

    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*--.*\\R?");

    /** Reads a script that is there. */
    static Script load(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("migrations/" + name + " is missing"));
    }

    /** Reads a script from the class path, if it is there. */
    static Optional<Script> find(String name) {
        try (var in = Script.class.getResourceAsStream("/migrations/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            new Script(
                                    name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The statements in order, each with the comments before it and without its semicolon. */
    List<String> statements() {
        var statements = new ArrayList<String>();
        var begin = 0;
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            if (token.group().equals(";")) {
                statements.add(text.substring(begin, token.start()).strip());
                begin = token.end();
            }
        }
        var rest = text.substring(begin).strip();
        if (!withoutComments(rest).isEmpty()) {
            statements.add(rest);
        }
        return List.copyOf(statements);
    }

    PlannedScript planned() {
        return new PlannedScript(name, statements());
    }

    /** A statement without the lines that are comments. */
    static String withoutComments(String statement) {
        return COMMENT_LINE.matcher(statement).replaceAll("").strip();
    }
}
