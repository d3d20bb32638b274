package org.sizewright.figure;

/** The alphabet of names: they become names of cells in the workbook. Checked by hand, since every keystroke makes thousands. */
final class Names {
    private Names() {}

    /** A small letter, then small letters and digits. */
    static boolean isWord(String text, int from, int to) {
        return from < to && isLetter(text.charAt(from)) && isTail(text, from + 1, to);
    }

    /** A word, then more parts of small letters and digits, each after a low line. */
    static boolean isName(String text) {
        int end = end(text, 0);
        if (!isWord(text, 0, end)) {
            return false;
        }
        while (end < text.length()) {
            int start = end + 1;
            end = end(text, start);
            if (start == end || !isTail(text, start, end)) {
                return false;
            }
        }
        return true;
    }

    private static int end(String text, int from) {
        int line = text.indexOf('_', from);
        return line < 0 ? text.length() : line;
    }

    private static boolean isTail(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
