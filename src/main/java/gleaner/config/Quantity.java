package gleaner.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whole numbers with a unit, such as {@code 30 s} or {@code 64 KiB}.
 *
 * @param units from the smallest to the largest, each with its size in the smallest
 */
record Quantity(Map<String, Long> units) {
    static final Quantity MILLISECONDS = of("ms", 1, "s", 1_000, "m", 60_000, "h", 3_600_000);
    static final Quantity BYTES = of("B", 1, "KiB", 1 << 10, "MiB", 1 << 20, "GiB", 1 << 30);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) ?([A-Za-z]+)");

    /** The amount in the smallest unit; nothing where it is no such quantity, or too large. */
    OptionalLong read(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        var unit = units.get(matcher.group(2));
        var number = Long.parseLong(matcher.group(1));
        return unit == null || number > Long.MAX_VALUE / unit
                ? OptionalLong.empty()
                : OptionalLong.of(number * unit);
    }

    /** Written in the largest unit that leaves a whole number. */
    String write(long amount) {
        var text = amount + " " + units.keySet().iterator().next();
        for (var unit : units.entrySet()) {
            if (amount != 0 && amount % unit.getValue() == 0) {
                text = amount / unit.getValue() + " " + unit.getKey();
            }
        }
        return text;
    }

    String unitNames() {
        return String.join(", ", units.keySet());
    }

    private static Quantity of(
            String a,
            long sizeA,
            String b,
            long sizeB,
            String c,
            long sizeC,
            String d,
            long sizeD) {
        var units = new LinkedHashMap<String, Long>();
        units.put(a, sizeA);
        units.put(b, sizeB);
        units.put(c, sizeC);
        units.put(d, sizeD);
        return new Quantity(units);
    }
}
