package org.sizewright.inventory;

import java.util.List;

/** What came of reading an inventory. */
public sealed interface InventoryResult {
    /**
     * Hosts, or at least the load of hosts that are known.
     *
     * @param hosts those of the files, in the order of their rows
     * @param loaded hosts that were known before and whose machines the files list
     * @param readings how each sheet of the files was read
     * @param outcomes the fate of every row of the sheets that were read, in order
     */
    record Imported(
            List<InventoryHost> hosts,
            List<InventoryHost> loaded,
            List<SheetReading> readings,
            List<RowOutcome> outcomes)
            implements InventoryResult {
        public Imported {
            hosts = List.copyOf(hosts);
            loaded = List.copyOf(loaded);
            readings = List.copyOf(readings);
            outcomes = List.copyOf(outcomes);
        }

        public int count(RowOutcome.Kind kind) {
            return (int) outcomes.stream().filter(row -> row.kind() == kind).count();
        }

        /** The account of all rows in one sentence. */
        public String account() {
            return "%d rows: %d hosts, %d running VMs counted, %d merged, %d skipped, %d to check."
                    .formatted(
                            outcomes.size() - count(RowOutcome.Kind.HEADER),
                            count(RowOutcome.Kind.KEPT)
                                    + (int) outcomes.stream()
                                            .filter(row -> row.kind() == RowOutcome.Kind.ATTENTION
                                                    && row.host().isPresent()
                                                    && hosts.stream()
                                                            .anyMatch(host -> host.row()
                                                                    .filter(at -> at.raw()
                                                                            .equals(row.raw()))
                                                                    .isPresent()))
                                            .count(),
                            count(RowOutcome.Kind.COUNTED),
                            count(RowOutcome.Kind.MERGED),
                            count(RowOutcome.Kind.SKIPPED),
                            count(RowOutcome.Kind.ATTENTION));
        }
    }

    /** Nothing in the files can be read as hosts. */
    record Refused(String sentence, String advice) implements InventoryResult {}
}
