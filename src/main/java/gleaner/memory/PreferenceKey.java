package gleaner.memory;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The preferences that are kept, each with the rule that its value must pass: the one registry, so
 * that no unknown key and no value that its normaliser refuses ever reaches {@code
 * universal_users.preferences}.
 */
public enum PreferenceKey {
    PREFERRED_NAME(v -> shortText(v, 60)),
    PRONOUNS(PreferenceKey::pronouns),
    TIMEZONE(PreferenceKey::zone),
    LOCATION(v -> shortText(v, 120)),
    LANGUAGE(PreferenceKey::languageTag),
    COMMUNICATION_STYLE(
            oneOf(
                    "brief",
                    "detailed",
                    "casual",
                    "formal",
                    "technical",
                    "simple",
                    "direct",
                    "friendly")),
    RESPONSE_LENGTH(oneOf("short", "medium", "long")),
    FORMALITY_LEVEL(oneOf("casual", "professional", "friendly", "formal")),
    /** Many-valued: each statement is a {@link Statement.TopicWish} of its own. */
    TOPIC_PREFERENCES(v -> shortText(v, 80));

    private static final Pattern PRONOUNS_FORM =
            Pattern.compile("any|\\p{L}{1,8}(/\\p{L}{1,8}){1,5}");
    private static final Pattern OFFSET_FORM = Pattern.compile("UTC([+-](0\\d|1[0-4]):[0-5]\\d)?");

    private final Function<String, Optional<String>> normaliser;

    PreferenceKey(Function<String, Optional<String>> normaliser) {
        this.normaliser = normaliser;
    }

    /** The value as it is stored, or nothing where it is not a value of this key. */
    public Optional<String> normalise(String value) {
        return normaliser.apply(value.strip());
    }

    /** The name as it is stored and printed: {@code preferred_name}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of this stored name, if it is one of ours. */
    public static Optional<PreferenceKey> named(String wireName) {
        return Arrays.stream(values()).filter(k -> k.wireName().equals(wireName)).findFirst();
    }

    private static Optional<String> shortText(String value, int maxCharacters) {
        return Optional.of(value).filter(v -> !v.isEmpty() && v.length() <= maxCharacters);
    }

    private static Function<String, Optional<String>> oneOf(String... allowed) {
        var set = Set.of(allowed);
        return v -> Optional.of(v.toLowerCase(Locale.ROOT)).filter(set::contains);
    }

    private static Optional<String> pronouns(String value) {
        return Optional.of(value.toLowerCase(Locale.ROOT))
                .filter(v -> PRONOUNS_FORM.matcher(v).matches());
    }

    private static Optional<String> zone(String value) {
        if (OFFSET_FORM.matcher(value).matches()) {
            return Optional.of(value);
        }
        try {
            return value.contains("/") ? Optional.of(ZoneId.of(value).getId()) : Optional.empty();
        } catch (DateTimeException unknownZone) {
            return Optional.empty();
        }
    }

    private static Optional<String> languageTag(String value) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(value).build().toLanguageTag())
                    .filter(tag -> !tag.equals("und"));
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }
}
