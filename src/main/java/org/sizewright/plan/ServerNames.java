package org.sizewright.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Chassis;
import org.sizewright.library.Library;

/** Finds what the library knows about a server model of the catalog. */
final class ServerNames {
    /** Shorter model numbers are too common to match by their end. */
    private static final int TELLING = 6;

    private ServerNames() {}

    /**
     * The chassis of the same vendor and model. Letters and digits must be the same; a chassis may carry a family name in front,
     * such as {@code GPU SuperServer}.
     */
    static Optional<Chassis> chassisOf(CatalogEntry server, Library library) {
        return library.chassis().stream()
                .filter(chassis -> isOf(chassis, server))
                .findFirst();
    }

    /** Whether that chassis is the one of this server model. */
    static boolean isOf(Chassis chassis, CatalogEntry server) {
        if (!firstWord(chassis.vendor()).equals(firstWord(server.vendor()))) {
            return false;
        }
        String model = letters(server.model());
        String known = letters(chassis.model());
        return known.equals(model)
                || (model.length() >= TELLING && known.endsWith(model))
                || (known.length() >= TELLING && model.endsWith(known));
    }

    private static String firstWord(String text) {
        return letters(text.strip().split("\\s+", 2)[0]);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
