package gleaner.config;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the settings, for the person who wrote them.
 *
 * @param name of the setting
 * @param origin where it stands: a variable, or a file and its line
 * @param complaint what is wrong and what is allowed, with the value unless it may be a secret
 */
public record Problem(String name, String origin, String complaint) {
    private static final int MAX_SHOWN = 80;

    static Problem wrong(Setting<?> setting, Given given, String why) {
        return new Problem(
                setting.name(),
                given.origin(),
                (setting.confidential() ? "the value (not shown)" : shown(given.raw()))
                        + " is "
                        + why
                        + "; allowed is "
                        + setting.kind().allowed());
    }

    static Problem unknown(String name, String origin, @Nullable String meant) {
        return new Problem(
                name,
                origin,
                "no such setting" + (meant == null ? "" : "; did you mean " + meant + "?"));
    }

    /** One line, which commands no terminal. */
    @Override
    public String toString() {
        return (name + " (" + origin + "): " + complaint).replaceAll("\\p{Cc}", " ");
    }

    private static String shown(Kind.Raw raw) {
        var text =
                switch (raw) {
                    case Kind.Raw.Text(var one) -> one;
                    case Kind.Raw.Listed(var several) -> String.join(", ", several);
                };
        return '"'
                + (text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...")
                + '"';
    }
}
