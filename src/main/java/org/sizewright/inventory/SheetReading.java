package org.sizewright.inventory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one sheet of an inventory is read: guessed from its header, and changed by the user where the guess is wrong.
 *
 * @param file the file's name
 * @param sheet the sheet's name
 * @param header the row number of its header, from 1
 * @param columns the column (from 0) of each field
 * @param memoryUnits the unit of each column of memory; absent = the header names none and the cells must
 */
public record SheetReading(
        String file,
        String sheet,
        Role role,
        int header,
        Map<InventoryField, Integer> columns,
        Map<InventoryField, MemoryUnit> memoryUnits) {
    /** What a sheet holds. */
    public enum Role {
        HOSTS,
        VMS,
        NOT_READ
    }

    public SheetReading {
        InventoryChecks.between("the row of the header", 1, 1_000_000, header);
        columns = copy(columns);
        memoryUnits = copy(memoryUnits);
    }

    static SheetReading notRead(String file, String sheet) {
        return new SheetReading(file, sheet, Role.NOT_READ, 1, Map.of(), Map.of());
    }

    public Optional<Integer> column(InventoryField field) {
        return Optional.ofNullable(columns.get(field));
    }

    public Optional<MemoryUnit> memoryUnit(InventoryField field) {
        return Optional.ofNullable(memoryUnits.get(field));
    }

    /** With this column for the field, or without one; a column holds one field only. */
    public SheetReading withColumn(InventoryField field, Optional<Integer> column) {
        Map<InventoryField, Integer> changed = new EnumMap<>(InventoryField.class);
        changed.putAll(columns);
        column.ifPresent(taken -> changed.values().removeIf(taken::equals));
        column.ifPresentOrElse(taken -> changed.put(field, taken), () -> changed.remove(field));
        return new SheetReading(file, sheet, role, header, changed, memoryUnits);
    }

    public SheetReading withMemoryUnit(InventoryField field, MemoryUnit unit) {
        Map<InventoryField, MemoryUnit> changed = new EnumMap<>(InventoryField.class);
        changed.putAll(memoryUnits);
        changed.put(field, unit);
        return new SheetReading(file, sheet, role, header, columns, changed);
    }

    private static <V> Map<InventoryField, V> copy(Map<InventoryField, V> map) {
        Map<InventoryField, V> copied = new EnumMap<>(InventoryField.class);
        copied.putAll(map);
        return Collections.unmodifiableMap(copied);
    }
}
