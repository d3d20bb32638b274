package org.sizewright.inventory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.library.Chassis;
import org.sizewright.library.Library;

/** Finds what the library knows about a server model. */
public final class ServerNames {
    /** Shorter model numbers are too common to match by their end. */
    private static final int TELLING = 6;

    private ServerNames() {}

    /**
     * The chassis of the same vendor and model. Letters and digits must be the same; a chassis may carry a family name in front,
     * such as {@code GPU SuperServer}.
     */
    public static Optional<Chassis> chassisOf(String vendor, String model, Library library) {
        return library.chassis().stream()
                .filter(chassis -> isOf(chassis, vendor, model))
                .findFirst();
    }

    /** Whether that chassis is the one of this server model. */
    public static boolean isOf(Chassis chassis, String vendor, String written) {
        String model = letters(written);
        if (model.isEmpty() || !firstWord(chassis.vendor()).equals(firstWord(vendor))) {
            return false;
        }
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
