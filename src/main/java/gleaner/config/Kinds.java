package gleaner.config;

import gleaner.config.Kind.Parsed;
import gleaner.config.Kind.Raw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** The kinds of values that the settings are made of. */
final class Kinds {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private static final int MAX_SECRET_BYTES = 64 << 10;

    private Kinds() {}

    /** A whole number without a unit. */
    static Kind<Integer> count(int min, int max) {
        return scalar(
                "a whole number from " + min + " to " + max,
                text ->
                        WHOLE.matcher(text).matches()
                                ? within(Long.parseLong(text), min, max, number -> (int) number)
                                : new Parsed.Wrong<>("no whole number"));
    }

    static Kind<Duration> duration(Duration min, Duration max) {
        return quantity(Quantity.MILLISECONDS, min.toMillis(), max.toMillis(), Duration::ofMillis);
    }

    /** An amount of memory, in bytes. */
    static Kind<Long> size(long min, long max) {
        return quantity(Quantity.BYTES, min, max, bytes -> bytes);
    }

    static Kind<Boolean> flag() {
        return scalar(
                "true or false",
                text ->
                        switch (text) {
                            case "true" -> new Parsed.Value<>(true);
                            case "false" -> new Parsed.Value<>(false);
                            default -> new Parsed.Wrong<>("neither");
                        });
    }

    /** The constants of an enum, in lower case. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(Kinds::wireName).toList();
        return scalar(
                "one of " + String.join(", ", names),
                text ->
                        names.contains(text)
                                ? new Parsed.Value<>(type.getEnumConstants()[names.indexOf(text)])
                                : new Parsed.Wrong<>("none of them"));
    }

    /** A text of a form that a pattern describes. */
    static Kind<String> text(Pattern form, String allowed) {
        return scalar(
                allowed,
                text ->
                        form.matcher(text).matches()
                                ? new Parsed.Value<>(text)
                                : new Parsed.Wrong<>("not of that form"));
    }

    /** Values of another kind: a list in a file, separated by commas in a variable. */
    static <T> Kind<List<T>> listOf(Kind<T> element) {
        return kind(
                "one or more, separated by commas: each " + element.allowed(),
                raw ->
                        switch (raw) {
                            case Raw.Text(var text) ->
                                    elements(element, List.of(text.split(",", -1)));
                            case Raw.Listed(var texts) -> elements(element, texts);
                        });
    }

    /** A value that may be left empty. */
    static <T> Kind<Optional<T>> optional(Kind<T> kind) {
        return kind(
                kind.allowed() + ", or nothing",
                raw ->
                        raw instanceof Raw.Text(var text) && text.isEmpty()
                                ? new Parsed.Value<>(Optional.empty())
                                : map(kind.parse(raw), Optional::of));
    }

    /** A value that no message may show. */
    static Kind<Secret> secret() {
        return scalar("any text", text -> new Parsed.Value<>(new Secret(text)));
    }

    /** The path of a file whose content, without the line's end, is a secret. */
    static Kind<Secret> secretFile() {
        return scalar("the path of a readable file with a secret in it", Kinds::readSecret);
    }

    /** The path of a file with the keys of payloads in it. */
    static Kind<PayloadKeys> keysFile() {
        return scalar(
                "the path of a readable file with a key a line: an id, a space, 32 bytes in Base64",
                Kinds::readKeys);
    }

    private static Parsed<PayloadKeys> readKeys(String path) {
        return switch (readSecret(path)) {
            case Parsed.Value<Secret>(var content) ->
                    PayloadKeys.read(content.reveal())
                            .<Parsed<PayloadKeys>>map(Parsed.Value::new)
                            .orElseGet(() -> new Parsed.Wrong<>("a file of another form"));
            case Parsed.Wrong<Secret>(var why) -> new Parsed.Wrong<>(why);
        };
    }

    private static Parsed<Secret> readSecret(String path) {
        try {
            var content = content(Path.of(path)).map(String::stripTrailing);
            if (content.isEmpty()) {
                return new Parsed.Wrong<>("larger than " + Quantity.BYTES.write(MAX_SECRET_BYTES));
            }
            return content.get().isEmpty()
                    ? new Parsed.Wrong<>("an empty file")
                    : new Parsed.Value<>(new Secret(content.get()));
        } catch (IOException | InvalidPathException unreadable) {
            return new Parsed.Wrong<>(
                    "not readable (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    /** Nothing where there is more than a secret can be: some files never end. */
    private static Optional<String> content(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_SECRET_BYTES + 1);
            return bytes.length > MAX_SECRET_BYTES
                    ? Optional.empty()
                    : Optional.of(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString());
        }
    }

    /** One value as a text without spaces around it, which must not be empty. */
    static <T> Kind<T> scalar(String allowed, Function<String, Parsed<T>> parse) {
        return kind(
                allowed,
                raw ->
                        switch (raw) {
                            case Raw.Text(var text) ->
                                    text.isBlank()
                                            ? new Parsed.Wrong<>("empty")
                                            : parse.apply(text.strip());
                            case Raw.Listed _ -> new Parsed.Wrong<>("a list");
                        });
    }

    private static <T> Kind<T> quantity(
            Quantity quantity, long min, long max, LongFunction<T> value) {
        return scalar(
                quantity.write(min) + " to " + quantity.write(max) + ", in " + quantity.unitNames(),
                text -> {
                    var amount = quantity.read(text);
                    return amount.isPresent()
                            ? within(amount.getAsLong(), min, max, value)
                            : new Parsed.Wrong<>("no whole number with a unit");
                });
    }

    private static <T> Parsed<T> within(long number, long min, long max, LongFunction<T> value) {
        if (number < min) {
            return new Parsed.Wrong<>("too small");
        }
        return number > max
                ? new Parsed.Wrong<>("too large")
                : new Parsed.Value<>(value.apply(number));
    }

    private static <T> Parsed<List<T>> elements(Kind<T> element, List<String> texts) {
        var values = new ArrayList<T>();
        for (var text : texts) {
            switch (element.parse(new Raw.Text(text))) {
                case Parsed.Value<T>(var value) -> values.add(value);
                case Parsed.Wrong<T>(var why) -> {
                    return new Parsed.Wrong<>("element " + (values.size() + 1) + " is " + why);
                }
            }
        }
        return values.isEmpty()
                ? new Parsed.Wrong<>("empty")
                : new Parsed.Value<>(List.copyOf(values));
    }

    private static <A, B> Parsed<B> map(Parsed<A> parsed, Function<A, B> change) {
        return switch (parsed) {
            case Parsed.Value<A>(var value) -> new Parsed.Value<>(change.apply(value));
            case Parsed.Wrong<A>(var why) -> new Parsed.Wrong<>(why);
        };
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> Kind<T> kind(String allowed, Function<Raw, Parsed<T>> parse) {
        return new Kind<>() {
            @Override
            public String allowed() {
                return allowed;
            }

            @Override
            public Parsed<T> parse(Raw raw) {
                return parse.apply(raw);
            }
        };
    }
}
