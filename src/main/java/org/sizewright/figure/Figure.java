package org.sizewright.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number with a name, a unit and either a given value or a formula over other figures; one cell per row and, if it rests on an
 * estimate, per lane. Made by {@link FigureBook.Builder}; two figures are equal only if they are the same. In a formula a figure
 * stands for its cell in the same row, or for its only cell.
 */
public final class Figure implements Formula {
    /** What stands behind the cells. */
    public enum Kind {
        /** Typed in or taken over by the architect: a cell to change. */
        INPUT("in_"),
        /** A record of the library: changed by choosing another record, or by an overlay. */
        FACT("in_"),
        /** A formula. */
        CALCULATED("calc_"),
        /** A formula whose result is shown in the headline. */
        OUTPUT("out_"),
        /** Found by a search; stale in the workbook when what it rests on changes. */
        SEARCHED("calc_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    /** Its place in its book. */
    private final int position;

    private final String id;
    private final String title;
    private final Unit unit;
    private final Kind kind;
    private final Rows rows;
    private final boolean banded;
    /** By row, empty for what is calculated. */
    private final List<Given> given;

    private final Optional<Formula> formula;
    private final List<Source> sources;
    private final Range range;

    Figure(
            int position,
            String id,
            String title,
            Unit unit,
            Kind kind,
            Rows rows,
            boolean banded,
            List<Given> given,
            Optional<Formula> formula,
            List<Source> sources,
            Range range) {
        if (!Names.isName(id)) {
            throw new IllegalArgumentException("a figure id is made of small letters, digits and _: \"" + id + "\"");
        }
        this.position = position;
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.kind = kind;
        this.rows = rows;
        this.banded = banded;
        this.given = List.copyOf(given);
        this.formula = formula;
        this.sources = List.copyOf(sources);
        this.range = range;
    }

    /** Its place in its book. */
    int position() {
        return position;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    public Kind kind() {
        return kind;
    }

    public Rows rows() {
        return rows;
    }

    /** Whether low and high differ from the value: it is an estimate or rests on one. */
    public boolean isBanded() {
        return banded;
    }

    public List<Lane> lanes() {
        return banded ? Lane.ALL : Lane.ONLY_VALUE;
    }

    /** Empty for inputs and facts. */
    public Optional<Formula> formula() {
        return formula;
    }

    /** The given value of that row; empty for what is calculated. */
    public Optional<Given> given(RowKey row) {
        int at = rows.position(row);
        return at < 0 || given.isEmpty() ? Optional.empty() : Optional.of(given.get(at));
    }

    Given given(int row) {
        return given.get(row);
    }

    /** What the formula itself rests on; the sources of its inputs stand with the inputs. */
    public List<Source> sources() {
        return sources;
    }

    /** This figure in a formula over other rows: for each of them the row of this figure that is meant. */
    public Formula at(Map<RowKey, RowKey> rowOf) {
        return new Formula.Ref(this, rowOf);
    }

    /** What an input accepts. */
    public Range range() {
        return range;
    }

    /** Sum over all rows. */
    public Formula sum() {
        return new Formula.Over(Formula.Over.Kind.SUM, this, Map.of());
    }

    /** Sum over the rows that are named for each current row. */
    public Formula sumOver(Map<RowKey, List<RowKey>> rowsOf) {
        return new Formula.Over(Formula.Over.Kind.SUM, this, rowsOf);
    }

    /** Largest of the rows that are named for each current row. */
    public Formula largestOver(Map<RowKey, List<RowKey>> rowsOf) {
        return new Formula.Over(Formula.Over.Kind.LARGEST, this, rowsOf);
    }

    /** Smallest of the rows that are named for each current row. */
    public Formula smallestOver(Map<RowKey, List<RowKey>> rowsOf) {
        return new Formula.Over(Formula.Over.Kind.SMALLEST, this, rowsOf);
    }

    public Formula largest() {
        return new Formula.Over(Formula.Over.Kind.LARGEST, this, Map.of());
    }

    public Formula smallest() {
        return new Formula.Over(Formula.Over.Kind.SMALLEST, this, Map.of());
    }

    public Cell cell(RowKey row, Lane lane) {
        return new Cell(this, row, banded ? lane : Lane.VALUE);
    }

    public Cell cell() {
        return new Cell(this, RowKey.SINGLE, Lane.VALUE);
    }

    @Override
    public String toString() {
        return kind.prefix() + id;
    }
}
