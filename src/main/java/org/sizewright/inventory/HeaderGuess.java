package org.sizewright.inventory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.inventory.InventoryRules.ColumnName;
import org.sizewright.inventory.SheetReading.Role;
import org.sizewright.table.Cell;
import org.sizewright.table.TextTable;

/** Guesses from names of sheets and columns what a sheet holds. */
final class HeaderGuess {
    private static final int HEADER_WITHIN = 30;
    private static final int FEWEST_OF_HOST = 3;
    /** A list of hosts says at least one of these beside the name; tables of adapters and disks do not. */
    private static final Set<InventoryField> TELLING = Set.of(
            InventoryField.MEMORY,
            InventoryField.CORES,
            InventoryField.CORES_PER_SOCKET,
            InventoryField.SOCKETS,
            InventoryField.FREE_SLOTS);

    private final InventoryRules rules;

    HeaderGuess(InventoryRules rules) {
        this.rules = rules;
    }

    /** A reading and how well it fits. */
    record Guess(SheetReading reading, int score) {}

    /** Whether the name of the sheet, or of the file for delimited text, is that of an RVTools export. */
    Optional<Role> named(String file, TextTable table) {
        for (String name : List.of(table.sheet(), file)) {
            String key = InventoryRules.key(name);
            if (rules.hostSheets().contains(key)) {
                return Optional.of(Role.HOSTS);
            }
            if (rules.vmSheets().contains(key)) {
                return Optional.of(Role.VMS);
            }
        }
        return Optional.empty();
    }

    /** The best header within the first rows for that role. */
    Optional<Guess> guess(String file, TextTable table, Role role) {
        int last = Math.min(HEADER_WITHIN, table.rows().size());
        for (TextTable.Row row : table.rows().subList(0, last)) {
            Optional<Guess> guess = read(file, table, row, role);
            if (guess.isPresent()) {
                return guess;
            }
        }
        return Optional.empty();
    }

    private Optional<Guess> read(String file, TextTable table, TextTable.Row row, Role role) {
        Map<InventoryField, Integer> columns = new EnumMap<>(InventoryField.class);
        Map<InventoryField, MemoryUnit> units = new EnumMap<>(InventoryField.class);
        for (InventoryField field : InventoryField.of(role)) {
            int best = Integer.MAX_VALUE;
            for (int column = 0; column < row.cells().size(); column++) {
                Cell cell = row.cells().get(column);
                int rank = rank(field, cell);
                if (rank >= 0 && rank < best && !columns.containsValue(column)) {
                    best = rank;
                    columns.put(field, column);
                }
            }
            if (best < Integer.MAX_VALUE) {
                names(field).get(best).unit().ifPresent(unit -> units.put(field, unit));
            }
        }
        boolean rvtools = named(file, table).isPresent()
                || (columns.containsKey(InventoryField.VM_POWER) && columns.containsKey(InventoryField.VM_TEMPLATE));
        Integer vmMemory = columns.get(InventoryField.VM_MEMORY);
        if (!rvtools
                && vmMemory != null
                && InventoryRules.key(row.cell(vmMemory).text()).equals("memory")) {
            units.remove(InventoryField.VM_MEMORY);
        }
        return isHeader(columns, role)
                ? Optional.of(new Guess(
                        new SheetReading(file, table.sheet(), role, row.number(), columns, units), columns.size()))
                : Optional.empty();
    }

    private static boolean isHeader(Map<InventoryField, Integer> columns, Role role) {
        return switch (role) {
            case HOSTS ->
                columns.containsKey(InventoryField.HOST)
                        && columns.size() >= FEWEST_OF_HOST
                        && columns.keySet().stream().anyMatch(TELLING::contains);
            case VMS ->
                columns.containsKey(InventoryField.VM)
                        && columns.containsKey(InventoryField.VM_HOST)
                        && columns.containsKey(InventoryField.VM_CPUS)
                        && columns.containsKey(InventoryField.VM_MEMORY);
            case NOT_READ -> false;
        };
    }

    private int rank(InventoryField field, Cell cell) {
        if (cell.isBlank() || cell.origin() == Cell.Origin.MERGED_ACROSS) {
            return -1;
        }
        String key = InventoryRules.key(cell.text());
        List<ColumnName> names = names(field);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private List<ColumnName> names(InventoryField field) {
        return rules.headers().getOrDefault(field, List.of());
    }
}
