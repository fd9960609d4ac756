package gleaner.config;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import gleaner.config.Kind.Parsed;
import gleaner.config.Kind.Raw;
import gleaner.fuzz.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Any text as the value of any setting: read or refused, never thrown at; durations and sizes are
 * written as they are read.
 */
public final class KindsFuzz {
    /** But for the one that opens a file. */
    private static final List<Setting<?>> SETTINGS =
            Catalogue.ALL.stream()
                    .filter(setting -> !setting.equals(Catalogue.POSTGRES_PASSWORD_FILE))
                    .toList();

    private KindsFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var setting = SETTINGS.get(data.consumeInt(0, SETTINGS.size() - 1));
        var quantity = data.consumeBoolean() ? Quantity.BYTES : Quantity.MILLISECONDS;
        var amount = data.consumeLong(0, Long.MAX_VALUE);
        var raw = raw(data);
        read(setting, raw);
        if (raw instanceof Raw.Text(var text)) {
            written(quantity, quantity.read(text));
        }
        Claim.equal(
                // More digits than are read are written for the largest alone.
                amount <= 999_999_999_999_999_999L
                        ? OptionalLong.of(amount)
                        : read(amount, quantity),
                quantity.read(quantity.write(amount)),
                "an amount written and read");
    }

    private static Raw raw(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            var texts = new ArrayList<String>();
            for (int i = data.consumeInt(0, 4); i > 0; i--) {
                texts.add(data.consumeString(40));
            }
            return new Raw.Listed(texts);
        }
        return new Raw.Text(data.consumeRemainingAsString());
    }

    private static <T> void read(Setting<T> setting, Raw raw) {
        switch (setting.kind().parse(raw)) {
            case Parsed.Value<T> value ->
                    Claim.that(!value.toString().isEmpty(), "a value of", setting.name());
            case Parsed.Wrong<T>(var why) -> {
                var given = new Given(setting.name(), raw, "here");
                var problem = Problem.wrong(setting, given, why).toString();
                Claim.that(problem.length() < 1_000, "a short message:", problem);
                Claim.that(
                        problem.chars().noneMatch(Character::isISOControl),
                        "one printable line:",
                        problem);
            }
        }
    }

    private static void written(Quantity quantity, OptionalLong amount) {
        if (amount.isPresent()) {
            Claim.equal(
                    amount, quantity.read(quantity.write(amount.getAsLong())), "as it was read");
        }
    }

    private static OptionalLong read(long amount, Quantity quantity) {
        return quantity.read(quantity.write(amount));
    }
}
