package org.sizewright.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.catalog.RawRow;
import org.sizewright.quantity.Bytes;
import org.sizewright.table.TextTable;

/** Adds up the running machines of each host. */
final class VmRows {
    private final InventoryRules rules;
    private final Map<String, String> hostNames;
    private final Map<String, VmLoad> loads = new HashMap<>();
    private final Set<String> unsure = new HashSet<>();
    private final List<RowOutcome> outcomes = new ArrayList<>();

    /** @param hostNames the names of all hosts by their keys */
    VmRows(InventoryRules rules, Map<String, String> hostNames) {
        this.rules = rules;
        this.hostNames = hostNames;
    }

    List<RowOutcome> outcomes() {
        return outcomes;
    }

    /** The load of a host; a host that the list does not mention runs nothing. Empty if a machine of it could not be read. */
    Optional<VmLoad> load(String key) {
        return unsure.contains(key) ? Optional.empty() : Optional.of(loads.getOrDefault(key, VmLoad.NOTHING));
    }

    /** Whether the list names a machine on the host. */
    boolean mentions(String key) {
        return loads.containsKey(key);
    }

    void read(TextTable table, SheetReading reading) {
        for (TextTable.Row row : table.rows()) {
            RawRow raw = new RawRow(table.sheet(), row.number(), row.texts());
            if (row.number() < reading.header()) {
                add(reading, raw, RowOutcome.Kind.SKIPPED, "above the header", Optional.empty());
            } else if (row.number() == reading.header()) {
                add(reading, raw, RowOutcome.Kind.HEADER, "", Optional.empty());
            } else if (row.isBlank()) {
                add(reading, raw, RowOutcome.Kind.SKIPPED, "blank row", Optional.empty());
            } else {
                vm(row, raw, reading);
            }
        }
    }

    private void add(SheetReading reading, RawRow raw, RowOutcome.Kind kind, String why, Optional<String> host) {
        outcomes.add(new RowOutcome(reading.file(), raw, kind, why, host));
    }

    private void vm(TextTable.Row row, RawRow raw, SheetReading reading) {
        String vm = text(row, reading, InventoryField.VM);
        String key = InventoryHost.key(text(row, reading, InventoryField.VM_HOST));
        Optional<String> host = Optional.ofNullable(hostNames.get(key));
        String power = text(row, reading, InventoryField.VM_POWER);
        if (isTrue(text(row, reading, InventoryField.VM_TEMPLATE))) {
            add(reading, raw, RowOutcome.Kind.SKIPPED, vm + " is a template.", host);
        } else if (!power.isEmpty() && !rules.running().contains(InventoryRules.key(power))) {
            add(reading, raw, RowOutcome.Kind.SKIPPED, vm + " does not run (" + HostRows.shown(power) + ").", host);
        } else if (host.isEmpty()) {
            add(
                    reading,
                    raw,
                    RowOutcome.Kind.ATTENTION,
                    vm + " runs on \"" + HostRows.shown(text(row, reading, InventoryField.VM_HOST))
                            + "\", which is no host of this inventory or site.",
                    Optional.empty());
        } else {
            count(row, raw, reading, vm, key, host.get());
        }
    }

    private void count(TextTable.Row row, RawRow raw, SheetReading reading, String vm, String key, String host) {
        Optional<Integer> cpus = Cells.whole(text(row, reading, InventoryField.VM_CPUS));
        Optional<Bytes> memory = Cells.memory(
                text(row, reading, InventoryField.VM_MEMORY), reading.memoryUnit(InventoryField.VM_MEMORY));
        if (cpus.isEmpty() || memory.isEmpty()) {
            unsure.add(key);
            loads.putIfAbsent(key, VmLoad.NOTHING);
            add(
                    reading,
                    raw,
                    RowOutcome.Kind.ATTENTION,
                    (cpus.isEmpty() ? "The CPUs" : "The memory") + " of " + vm + " cannot be read, so the load of "
                            + host + " stays unknown.",
                    Optional.of(host));
            return;
        }
        loads.merge(
                key,
                VmLoad.NOTHING.plus(cpus.get(), memory.get()),
                (before, one) -> before.plus(one.vcpus(), one.memory()));
        add(reading, raw, RowOutcome.Kind.COUNTED, "", Optional.of(host));
    }

    private static String text(TextTable.Row row, SheetReading reading, InventoryField field) {
        return reading.column(field)
                .map(column -> Cells.line(row.cell(column).text()))
                .orElse("");
    }

    private static boolean isTrue(String text) {
        return Set.of("true", "yes", "1", "wahr", "x").contains(text.toLowerCase(Locale.ROOT));
    }
}
