package org.sizewright.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings the text of foreign cells to one form, without changing what it says. */
final class Cleaning {
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));");
    private static final Pattern MARKS =
            Pattern.compile("[\\u00AE\\u2122\\u2120\\u00A9]|\\((?:R|TM|SM)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D\\u00AD]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200B-\\u200D\\uFEFF\\u2060]|[\\p{Cc}&&[^\\t\\n\\r\\u000B\\u000C\\u0085]]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\n\\u000B\\u000C\\u0085\\u2028\\u2029]");
    private static final Pattern BREAK_TAG = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t ]+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Cleaning() {}

    /** One line: entities, trade marks, odd spaces and dashes gone. */
    static String line(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        return SPACES.matcher(lines(text).replace('\n', ' ')).replaceAll(" ").strip();
    }

    /** The same, with line breaks kept as {@code \n}. */
    static String lines(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        String decoded = decode(text);
        // before the normalisation, which would turn a trade mark sign into the letters TM
        String unmarked =
                MARKS.matcher(INVISIBLE.matcher(decoded).replaceAll("")).replaceAll("");
        String broken =
                BREAK_TAG.matcher(LINE_BREAK.matcher(unmarked).replaceAll("\n")).replaceAll("\n");
        String normal = Normalizer.normalize(broken, Normalizer.Form.NFKC);
        return SPACES.matcher(DASHES.matcher(normal).replaceAll("-"))
                .replaceAll(" ")
                .strip();
    }

    /** Capitals, every run of anything but letters and digits as one space. */
    static String words(String text) {
        if (isPlain(text)) {
            return plainWords(text);
        }
        return NOT_WORD.matcher(line(text).toUpperCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Lower-case letters and digits only. */
    static String letters(String text) {
        if (isPlain(text)) {
            return plainWords(text).replace(" ", "").toLowerCase(Locale.ROOT);
        }
        return NOT_WORD.matcher(line(text).toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /**
     * Most cells of most lists: visible ASCII with single spaces, no entity, tag or trade mark. Nothing above would change them but
     * stripping, and this finds out in one pass.
     */
    private static boolean isPlain(String text) {
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '&' || c == '<' || (c == ' ' && before == ' ')) {
                return false;
            }
            if (c == '(' && i + 1 < text.length() && "RrTtSs".indexOf(text.charAt(i + 1)) >= 0) {
                return false;
            }
            before = c;
        }
        return true;
    }

    /** {@link #words} for plain text. */
    private static String plainWords(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean small = c >= 'a' && c <= 'z';
            if (small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                words.append(small ? (char) (c - 'a' + 'A') : c);
            } else {
                gap = true;
            }
        }
        return words.toString();
    }

    private static String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        entity(match.group(1), match.group(2), match.group(3), match.group())));
    }

    private static String entity(@Nullable String decimal, @Nullable String hex, @Nullable String name, String whole) {
        if (decimal != null || hex != null) {
            int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(String.valueOf(hex), 16);
            return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : whole;
        }
        return switch (String.valueOf(name)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            case "reg" -> "\u00AE";
            case "trade" -> "\u2122";
            case "copy" -> "\u00A9";
            case "ndash", "mdash", "minus", "hyphen" -> "-";
            case "shy" -> "";
            case "times" -> "x";
            case "dagger" -> "\u2020";
            default -> whole;
        };
    }
}
