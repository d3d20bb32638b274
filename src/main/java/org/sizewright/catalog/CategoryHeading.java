package org.sizewright.catalog;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Headings that stand above a table and name the class of the systems in it. */
final class CategoryHeading {
    private static final int LONGEST = 80;
    /** words of a title that names the whole list and no class */
    private static final Set<String> GENERAL = Set.of(
            "NVIDIA",
            "CERTIFIED",
            "QUALIFIED",
            "SYSTEMS",
            "SYSTEM",
            "SERVERS",
            "SERVER",
            "LIST",
            "CATALOG",
            "TABLE",
            "SHEET",
            "OF",
            "THE",
            "AND",
            "DOCUMENTATION",
            "PROGRAM",
            "PARTNER",
            "PARTNERS",
            "SUPPORTED",
            "OVERVIEW",
            "PAGE",
            "APPENDIX");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^(?:\\d+\\.)+\\d*\\s+|^(?i:table)\\s+\\d+[.:]?\\s+");

    private CategoryHeading() {}

    /** The class that a line alone in its row names, in its own words. */
    static Optional<String> read(String cell) {
        String line =
                LEADING_NUMBER.matcher(Cleaning.line(cell)).replaceFirst("").strip();
        if (line.isEmpty() || line.length() > LONGEST || line.endsWith(".")) {
            return Optional.empty();
        }
        boolean telling = Pattern.compile(" ")
                .splitAsStream(Cleaning.words(line))
                .anyMatch(
                        word -> !GENERAL.contains(word) && !NUMBER.matcher(word).matches());
        return telling ? Optional.of(line) : Optional.empty();
    }

    /** True if the words speak of a class by themselves, as a sheet's name may. */
    static boolean namesClass(String text) {
        SystemClass.Kind kind = SystemClass.parse(text).kind();
        return kind != SystemClass.Kind.UNKNOWN && kind != SystemClass.Kind.OTHER;
    }
}
