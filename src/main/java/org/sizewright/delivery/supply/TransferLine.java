package org.sizewright.delivery.supply;

import java.util.List;
import java.util.Optional;
import org.sizewright.quantity.Bytes;

/**
 * Something that is carried into a site without the internet.
 *
 * @param version empty where the plan does not say which
 * @param size empty = unknown
 * @param neededBy software or workloads
 * @param source where its name comes from, in words
 */
public record TransferLine(
        Kind kind,
        String name,
        Optional<String> version,
        Optional<String> from,
        Optional<Bytes> size,
        List<String> neededBy,
        Optional<String> notes,
        String source) {
    /** What it is, in the order of the list. */
    public enum Kind {
        MODEL("Model weights"),
        IMAGE("Container image"),
        CHART("Helm chart"),
        DRIVER("Driver"),
        PACKAGE("OS package"),
        APPLIANCE("Appliance"),
        LICENCE("Licence"),
        PLATFORM("Platform");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public TransferLine {
        neededBy = List.copyOf(neededBy);
    }
}
