package gleaner.extract.text;

/** What characters make up: words, emoji, addresses, numbers that must not be kept. */
final class Signs {
    /** Digits of the shortest telephone or card number that is taken for one. */
    private static final int SECRET_DIGITS = 7;

    private static final int KEY_LENGTH = 16;
    private static final String[] EMOTICONS = {
        ":-)", ":)", ":-(", ":(", ":D", ":-D", ";)", ";-)", ":P", ":p", "<3", ":'(", "=)", "^^",
        ":/", ":-/", ":o", ":O", ">.<", "</3", ":3"
    };

    private Signs() {}

    static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    static Tag tag(char c) {
        return c == ',' || c == ';' ? Tag.COMMA : Tag.SYM;
    }

    static int wordEnd(String text, int at, int end) {
        int to = at + 1;
        while (to < end) {
            char c = text.charAt(to);
            if (isWordCharacter(c) || isCombining(c)) {
                to++;
            } else if (isJoin(text, at, to, end)) {
                to += 2;
            } else {
                break;
            }
        }
        if (to < end && text.charAt(to) == '/' && to == at + 1 && text.charAt(at) == 'w') {
            return to + 1;
        }
        return to;
    }

    private static boolean isCombining(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** A sign inside a word, with a further letter behind it. */
    private static boolean isJoin(String text, int from, int at, int end) {
        char c = text.charAt(at);
        if (at + 1 >= end || !isWordCharacter(text.charAt(at + 1))) {
            return false;
        }
        if (c == '-' || c == '\'' || c == '’' || c == '&') {
            return true;
        }
        if (c == '.' && at - from <= 2) {
            return at + 2 >= end || !Character.isLetter(text.charAt(at + 2));
        }
        return (c == '.' || c == ',' || c == ':' || c == '/')
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    /** Behind the emoji or emoticon that starts here, or {@code at} where none does. */
    static int emojiEnd(String text, int at, int end) {
        int to = at;
        while (to < end && isEmojiPart(text.codePointAt(to), to > at)) {
            to += Character.charCount(text.codePointAt(to));
        }
        if (to > at) {
            return Math.min(to, end);
        }
        for (var emoticon : EMOTICONS) {
            if (text.startsWith(emoticon, at) && at + emoticon.length() <= end) {
                return at + emoticon.length();
            }
        }
        return at;
    }

    private static boolean isEmojiPart(int codePoint, boolean inside) {
        return (codePoint >= 0x1F000 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x2600 && codePoint <= 0x27BF)
                || (codePoint >= 0x2B00 && codePoint <= 0x2BFF)
                || (inside && (codePoint == 0xFE0F || codePoint == 0x200D));
    }

    /** Behind an address of the web or of mail. */
    static int addressEnd(String text, int at, int end) {
        int to = at;
        boolean address = false;
        while (to < end && !Character.isWhitespace(text.charAt(to))) {
            char c = text.charAt(to);
            address |=
                    (c == '@' && to > at && to + 1 < end && isWordCharacter(text.charAt(to + 1)))
                            || (c == ':' && text.startsWith("://", to));
            if (c == '"' || c == '<' || c == '>' || c == '(' || c == ')') {
                break;
            }
            to++;
        }
        if (!address && !text.regionMatches(true, at, "www.", 0, 4)) {
            return at;
        }
        while (to > at + 1 && ".,!?;:".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to;
    }

    /**
     * Behind a number too long to be a count or a year, with its spaces and hyphens, or behind a
     * key of letters and digits.
     */
    static int secretEnd(String text, int at, int end) {
        int digits = 0;
        int to = at;
        int behindDigit = at;
        while (to < end && isNumberPart(text, to, end)) {
            if (Character.isDigit(text.charAt(to))) {
                digits++;
                behindDigit = to + 1;
            }
            to++;
        }
        boolean wordGoesOn = behindDigit < end && isWordCharacter(text.charAt(behindDigit));
        if (digits >= SECRET_DIGITS && !wordGoesOn && !isDate(text, at, behindDigit)) {
            return behindDigit;
        }
        return keyEnd(text, at, end);
    }

    /** {@code 1990-05-12}, or years from to. */
    private static boolean isDate(String text, int from, int to) {
        int length = to - from;
        return (length == 10 && text.charAt(from + 4) == '-' && text.charAt(from + 7) == '-')
                || (length == 9 && text.charAt(from + 4) == '-');
    }

    private static boolean isNumberPart(String text, int at, int end) {
        char c = text.charAt(at);
        return Character.isDigit(c)
                || ((c == ' ' || c == '-' || c == '(' || c == ')')
                        && at + 1 < end
                        && (Character.isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '('));
    }

    private static int keyEnd(String text, int at, int end) {
        int to = at;
        int digits = 0;
        int letters = 0;
        while (to < end && (isWordCharacter(text.charAt(to)) || text.charAt(to) == '-')) {
            digits += Character.isDigit(text.charAt(to)) ? 1 : 0;
            letters += Character.isLetter(text.charAt(to)) ? 1 : 0;
            to++;
        }
        return to - at >= KEY_LENGTH && digits >= 3 && letters >= 3 ? to : at;
    }
}
