package org.sizewright.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.catalog.RawRow;
import org.sizewright.inventory.InventoryHost.InventoryRow;
import org.sizewright.library.Library;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;
import org.sizewright.table.TextTable;

/** Reads the rows of a list of hosts. */
final class HostRows {
    private static final String BLANK = "blank row";
    private static final String REPEATED = "the header again";

    private final InventoryRules rules;
    private final Library library;
    private final Map<String, InventoryHost> hosts = new LinkedHashMap<>();
    private final List<RowOutcome> outcomes = new ArrayList<>();

    HostRows(InventoryRules rules, Library library) {
        this.rules = rules;
        this.library = library;
    }

    Map<String, InventoryHost> hosts() {
        return hosts;
    }

    List<RowOutcome> outcomes() {
        return outcomes;
    }

    void read(TextTable table, SheetReading reading) {
        List<String> header = List.of();
        for (TextTable.Row row : table.rows()) {
            RawRow raw = new RawRow(table.sheet(), row.number(), row.texts());
            if (row.number() < reading.header()) {
                outcome(
                        reading,
                        raw,
                        RowOutcome.Kind.SKIPPED,
                        row.isBlank() ? BLANK : "above the header",
                        Optional.empty());
            } else if (row.number() == reading.header()) {
                header = row.texts();
                outcome(reading, raw, RowOutcome.Kind.HEADER, "", Optional.empty());
            } else if (row.isBlank()) {
                outcome(reading, raw, RowOutcome.Kind.SKIPPED, BLANK, Optional.empty());
            } else if (row.texts().equals(header)) {
                outcome(reading, raw, RowOutcome.Kind.SKIPPED, REPEATED, Optional.empty());
            } else {
                host(row, raw, reading);
            }
        }
    }

    private void outcome(SheetReading reading, RawRow raw, RowOutcome.Kind kind, String why, Optional<String> host) {
        outcomes.add(new RowOutcome(reading.file(), raw, kind, why, host));
    }

    private void host(TextTable.Row row, RawRow raw, SheetReading reading) {
        One one = new One(row, reading);
        String name = one.text(InventoryField.HOST);
        if (name.isEmpty()) {
            outcome(reading, raw, RowOutcome.Kind.ATTENTION, "The row names no host.", Optional.empty());
            return;
        }
        InventoryHost host;
        try {
            host = one.host(name, new InventoryRow(reading.file(), raw));
        } catch (IllegalArgumentException implausible) {
            outcome(
                    reading,
                    raw,
                    RowOutcome.Kind.ATTENTION,
                    "Not taken: " + implausible.getMessage() + ".",
                    Optional.empty());
            return;
        }
        InventoryHost first = hosts.putIfAbsent(host.key(), host);
        if (first != null) {
            duplicate(reading, raw, first, host);
            return;
        }
        outcome(
                reading,
                raw,
                one.problems.isEmpty() ? RowOutcome.Kind.KEPT : RowOutcome.Kind.ATTENTION,
                String.join(" ", one.problems),
                Optional.of(host.name()));
    }

    private void duplicate(SheetReading reading, RawRow raw, InventoryHost first, InventoryHost again) {
        String where = first.row().map(at -> "row " + at.raw().row()).orElse("an earlier row");
        if (first.isLike(again)) {
            outcome(
                    reading,
                    raw,
                    RowOutcome.Kind.MERGED,
                    "Says the same of " + first.name() + " as " + where + ".",
                    Optional.of(first.name()));
        } else {
            outcome(
                    reading,
                    raw,
                    RowOutcome.Kind.ATTENTION,
                    "A second host " + first.name() + " with other hardware than " + where
                            + "; not taken. Give one of the two another name.",
                    Optional.of(first.name()));
        }
    }

    /** One row and what is wrong with it. */
    private final class One {
        private final TextTable.Row row;
        private final SheetReading reading;
        private final List<String> problems = new ArrayList<>();

        private One(TextTable.Row row, SheetReading reading) {
            this.row = row;
            this.reading = reading;
        }

        private String text(InventoryField field) {
            return reading.column(field)
                    .map(column -> Cells.line(row.cell(column).text()))
                    .orElse("");
        }

        private InventoryHost host(String name, InventoryRow at) {
            String vendor = rules.vendor(text(InventoryField.VENDOR));
            Optional<Integer> sockets = count(InventoryField.SOCKETS, 16);
            return new InventoryHost(
                    name,
                    vendor,
                    rules.model(vendor, text(InventoryField.MODEL)),
                    text(InventoryField.CLUSTER),
                    sockets,
                    coresPerSocket(sockets),
                    memory(InventoryField.MEMORY),
                    text(InventoryField.VERSION),
                    text(InventoryField.CPU_MODEL),
                    Optional.empty(),
                    new Fittings(
                            parsed(InventoryField.FREE_SLOTS, FreeSlots::parseList),
                            parsed(InventoryField.RISER, Fittings.Riser::parse),
                            parsed(InventoryField.POWER_SUPPLIES, PowerSupplies::parse),
                            number(InventoryField.BASE_POWER).map(Watts::of),
                            parsed(InventoryField.GPUS, text -> rules.recognise(InstalledGpu.parseList(text), library)),
                            memory(InventoryField.RESERVED_MEMORY)),
                    Optional.of(at));
        }

        private Optional<Integer> coresPerSocket(Optional<Integer> sockets) {
            Optional<Integer> each = count(InventoryField.CORES_PER_SOCKET, 1024);
            Optional<Integer> all = count(InventoryField.CORES, 16_384);
            if (sockets.isEmpty() || all.isEmpty()) {
                return each;
            }
            if (each.isPresent()) {
                if (sockets.get() * each.get() != all.get()) {
                    problems.add(sockets.get() + " sockets of " + each.get() + " cores are not " + all.get()
                            + " cores; the cores per socket were taken.");
                }
                return each;
            }
            if (all.get() % sockets.get() != 0) {
                problems.add(all.get() + " cores do not divide by " + sockets.get() + " sockets.");
                return Optional.empty();
            }
            return Optional.of(all.get() / sockets.get());
        }

        private Optional<Integer> count(InventoryField field, int most) {
            String text = text(field);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<Integer> number = Cells.whole(text).filter(value -> value >= 1 && value <= most);
            if (number.isEmpty()) {
                problems.add(field.title() + " \"" + shown(text) + "\" is no plausible number.");
            }
            return number;
        }

        private Optional<Double> number(InventoryField field) {
            String text = text(field);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<Double> number =
                    Cells.number(text).map(Cells.Number::value).filter(value -> value <= 1_000_000);
            if (number.isEmpty()) {
                problems.add(field.title() + " \"" + shown(text) + "\" is no plausible number.");
            }
            return number;
        }

        private Optional<Bytes> memory(InventoryField field) {
            String text = text(field);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<Bytes> memory = Cells.memory(text, reading.memoryUnit(field));
            if (memory.isEmpty()) {
                boolean noUnit = Cells.number(text).isPresent();
                problems.add(field.title() + " \"" + shown(text) + "\" "
                        + (noUnit ? "has no unit that can be told; choose MiB or GiB." : "is no amount of memory."));
            }
            return memory;
        }

        private <T> Optional<T> parsed(InventoryField field, Function<String, T> reader) {
            String text = text(field);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException notUnderstood) {
                problems.add(field.title() + ": " + notUnderstood.getMessage() + ".");
                return Optional.empty();
            }
        }
    }

    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
