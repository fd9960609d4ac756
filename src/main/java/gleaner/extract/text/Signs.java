package gleaner.extract.text;

/** What characters make up: words, emoji. */
final class Signs {
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
}
