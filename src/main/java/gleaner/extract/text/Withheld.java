package gleaner.extract.text;

/**
 * Finds what of a text nobody may keep: addresses, long numbers, keys.
 *
 * <p>Each is looked for at every word, from left to right, and may be as long as the text. Where
 * none was found, none starts further on before the place where the search ended; so that place is
 * remembered, and no text is searched more often than once for each of them.
 */
final class Withheld {
    /** Digits of the shortest telephone or card number that is taken for one. */
    private static final int NUMBER_DIGITS = 7;

    private static final int KEY_LENGTH = 16;

    /** Digits among the letters of a passport\'s or an insurance number. */
    private static final int REGISTERED_DIGITS = 6;

    private final String text;
    private int addressless;
    private int numberless;
    private int keyless;

    Withheld(String text) {
        this.text = text;
    }

    /** Behind an address of the web or of mail; {@code at} where none starts here. */
    int addressEnd(int at, int end) {
        boolean named = text.regionMatches(true, at, "www.", 0, 4);
        if (at < addressless && !named) {
            return at;
        }
        int to = at;
        boolean address = named;
        while (to < end && !Character.isWhitespace(text.charAt(to))) {
            char c = text.charAt(to);
            address |=
                    (c == '@'
                                    && to > at
                                    && to + 1 < end
                                    && Signs.isWordCharacter(text.charAt(to + 1)))
                            || (c == ':' && text.startsWith("://", to));
            if (c == '"' || c == '<' || c == '>' || c == '(' || c == ')') {
                break;
            }
            to++;
        }
        if (!address) {
            addressless = to;
            return at;
        }
        while (to > at + 1 && ".,!?;:".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to;
    }

    /**
     * Behind a number too long to be a count or a year, with its spaces and hyphens, or behind a
     * key of letters and digits; {@code at} where none starts here.
     */
    int secretEnd(int at, int end) {
        int number = numberEnd(at, end);
        return number > at ? number : keyEnd(at, end);
    }

    private int numberEnd(int at, int end) {
        if (at < numberless) {
            return at;
        }
        int digits = 0;
        int to = at;
        int behindDigit = at;
        while (to < end && isNumberPart(to, end)) {
            if (Character.isDigit(text.charAt(to))) {
                digits++;
                behindDigit = to + 1;
            }
            to++;
        }
        if (isDate(at, behindDigit)) {
            return at;
        }
        boolean wordGoesOn = behindDigit < end && Signs.isWordCharacter(text.charAt(behindDigit));
        if (digits >= NUMBER_DIGITS && !wordGoesOn) {
            return behindDigit;
        }
        numberless = to;
        return at;
    }

    /** {@code 1990-05-12}, or years from to. */
    private boolean isDate(int from, int to) {
        int length = to - from;
        return (length == 10 && text.charAt(from + 4) == '-' && text.charAt(from + 7) == '-')
                || (length == 9 && text.charAt(from + 4) == '-');
    }

    private boolean isNumberPart(int at, int end) {
        char c = text.charAt(at);
        return Character.isDigit(c)
                || ((c == ' ' || c == '-' || c == '(' || c == ')')
                        && at + 1 < end
                        && (Character.isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '('));
    }

    private int keyEnd(int at, int end) {
        if (at < keyless) {
            return at;
        }
        int to = at;
        int digits = 0;
        int letters = 0;
        while (to < end && (Signs.isWordCharacter(text.charAt(to)) || text.charAt(to) == '-')) {
            digits += Character.isDigit(text.charAt(to)) ? 1 : 0;
            letters += Character.isLetter(text.charAt(to)) ? 1 : 0;
            to++;
        }
        boolean key = to - at >= KEY_LENGTH && digits >= 3 && letters >= 3;
        if (key || (digits >= REGISTERED_DIGITS && letters > 0)) {
            return to;
        }
        keyless = to;
        return at;
    }
}
