package org.sizewright.accuracy;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.library.Engine;
import org.sizewright.library.Library;

/**
 * Which engine of the library a case ran on: by product, then by the latest version that is not above that of the case; the oldest
 * if the case names none.
 */
final class Engines {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private Engines() {}

    /** @throws UnknownInput if the library knows no engine of that name */
    static Engine find(Library library, String spelled) {
        String name = spelled.toLowerCase(Locale.ROOT);
        double version = version(name);
        return library.engines().stream()
                .filter(engine -> name.startsWith(engine.product().toLowerCase(Locale.ROOT)))
                .filter(engine -> version < 0 || version(engine.since()) <= version)
                .max(Comparator.comparingDouble(
                        engine -> version < 0 ? -version(engine.since()) : version(engine.since())))
                .orElseThrow(() -> new UnknownInput("the library knows no engine \"" + spelled + "\""));
    }

    /** Major x 1000 + minor; below zero without a number. */
    private static double version(String text) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) * 1000.0 + Integer.parseInt(matcher.group(2)) : -1;
    }
}
