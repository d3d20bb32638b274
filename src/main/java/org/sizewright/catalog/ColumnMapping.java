package org.sizewright.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which column of a sheet was read as what.
 *
 * @param signature names headers of this kind; choices of columns are kept under it
 * @param sheet the sheet
 * @param headerRow the header's row number, 0 if the sheet has none
 * @param columns all columns of the sheet
 * @param guess what the header's words say, field by field, as column from 0
 * @param used what was used
 */
public record ColumnMapping(
        String signature,
        String sheet,
        int headerRow,
        List<SourceColumn> columns,
        Map<Field, Integer> guess,
        Map<Field, Integer> used) {
    /**
     * One column of the sheet.
     *
     * @param index from 0
     * @param header the header's text, cleaned; may be empty
     * @param samples the first few different texts under it
     */
    public record SourceColumn(int index, String header, List<String> samples) {
        public SourceColumn {
            Objects.requireNonNull(header, "header");
            samples = List.copyOf(samples);
        }
    }

    public ColumnMapping {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(sheet, "sheet");
        columns = List.copyOf(columns);
        guess = Map.copyOf(guess);
        used = Map.copyOf(used);
    }

    /** The column of a field. */
    public Optional<SourceColumn> column(Field field) {
        Integer index = used.get(field);
        return columns.stream()
                .filter(column -> index != null && column.index() == index)
                .findFirst();
    }

    /** True if the field's column is the guessed one and nobody chose another. */
    public boolean isGuessed(Field field) {
        Integer index = used.get(field);
        return index != null && index.equals(guess.get(field));
    }

    /** The columns that hold something and were read as no field; their values are kept as further attributes. */
    public List<SourceColumn> unused() {
        return columns.stream()
                .filter(column -> !used.containsValue(column.index()))
                .filter(column ->
                        !column.header().isEmpty() || !column.samples().isEmpty())
                .toList();
    }
}
