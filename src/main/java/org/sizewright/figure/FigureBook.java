package org.sizewright.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All figures of one calculation in the order of their definition, with their values. Immutable. */
public final class FigureBook {
    private final Map<String, Figure> figures;
    private final Values values;

    private FigureBook(Map<String, Figure> figures, Values values) {
        this.figures = figures;
        this.values = values;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** In the order of their definition: a figure stands after all that it rests on. */
    public List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    public Optional<Figure> find(String id) {
        return Optional.ofNullable(figures.get(id));
    }

    /** @throws IllegalArgumentException if there is no such figure: its name is a constant of the program */
    public Figure get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no figure is called " + id));
    }

    /** The value in the figure's unit. */
    public Value value(Cell cell) {
        return values.of(cell);
    }

    public Value value(Figure figure, RowKey row) {
        return value(figure.cell(row, Lane.VALUE));
    }

    /** Of a figure without rows. */
    public Value value(Figure figure) {
        return value(figure.cell());
    }

    /** Of a figure without rows. */
    public Value value(String id) {
        return value(get(id));
    }

    /** Smallest and largest value over the lanes; empty if one is unknown. */
    public Optional<Range> band(Figure figure, RowKey row) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Lane lane : figure.lanes()) {
            if (!(value(figure.cell(row, lane)) instanceof Value.Known known)) {
                return Optional.empty();
            }
            min = Math.min(min, known.number());
            max = Math.max(max, known.number());
        }
        return Optional.of(new Range(min, max));
    }

    public List<Cell> cells(Figure figure) {
        List<Cell> cells = new ArrayList<>();
        for (RowKey row : figure.rows().keys()) {
            figure.lanes().forEach(lane -> cells.add(figure.cell(row, lane)));
        }
        return cells;
    }

    public Explanation explain(Cell cell) {
        Figure figure = cell.figure();
        Optional<Formula> formula = figure.formula();
        if (formula.isPresent()) {
            return new Explanation(
                    cell,
                    value(cell),
                    FormulaText.words(formula.get(), cell.row(), cell.lane()),
                    FormulaText.numbers(formula.get(), cell.row(), cell.lane(), this::value),
                    References.cells(formula.get(), cell.row(), cell.lane()),
                    figure.sources(),
                    Optional.empty());
        }
        Given given = figure.given(cell.row()).orElseThrow();
        List<Source> sources = new ArrayList<>(List.of(given.source()));
        sources.addAll(figure.sources());
        return new Explanation(cell, value(cell), "", "", List.of(), sources, given.path());
    }

    /** The cells that read this one directly. */
    public List<Cell> usedBy(Cell cell) {
        List<Cell> users = new ArrayList<>();
        for (Figure figure : figures.values()) {
            figure.formula()
                    .ifPresent(formula -> cells(figure).stream()
                            .filter(user -> References.cells(formula, user.row(), user.lane())
                                    .contains(cell))
                            .forEach(users::add));
        }
        return users;
    }

    /** Collects definitions; each is evaluated at once, since it can only read figures that stand before it. */
    public static final class Builder {
        private final Map<String, Figure> figures = new LinkedHashMap<>();
        private final Values values = new Values();

        private Builder() {}

        /** Definitions with one cell per row. */
        public Scope over(Rows rows) {
            return new Scope(this, rows);
        }

        /** Definitions with a single cell. */
        public Scope single() {
            return new Scope(this, Rows.NONE);
        }

        public Figure get(String id) {
            Figure figure = figures.get(id);
            if (figure == null) {
                throw new IllegalArgumentException("no figure is called " + id);
            }
            return figure;
        }

        /** The value of a figure that was defined already. */
        public Value value(Figure figure, RowKey row, Lane lane) {
            return values.of(figure.cell(row, lane));
        }

        public FigureBook build() {
            return new FigureBook(new LinkedHashMap<>(figures), values.copy());
        }

        private Figure add(Figure figure) {
            if (figures.putIfAbsent(figure.id(), figure) != null) {
                throw new IllegalArgumentException("two figures are called " + figure.id());
            }
            values.add(figure);
            return figure;
        }

        private void check(String id, Unit unit, Rows rows, Formula formula) {
            if (!(formula instanceof Formula.Missing)) {
                if (!unit.measuresSameAs(formula.unit())) {
                    throw new IllegalArgumentException("figure " + id + " is in " + unit.symbol() + ", its formula in "
                            + formula.unit().symbol());
                }
            }
            References.walk(formula, part -> {
                switch (part) {
                    case Figure figure -> {
                        requireDefined(figure);
                        if (!figure.rows().isNone() && !figure.rows().equals(rows)) {
                            throw new IllegalArgumentException(
                                    "figure " + id + " reads " + figure + ", which has other rows");
                        }
                    }
                    case Formula.Ref ref -> requireDefined(ref.figure());
                    case Formula.Over over -> requireDefined(over.figure());
                    default -> {}
                }
            });
        }

        private void requireDefined(Figure figure) {
            if (!values.holds(figure)) {
                throw new IllegalArgumentException(figure + " belongs to another calculation");
            }
        }
    }

    /** Definitions over the same rows. */
    public static final class Scope {
        private final Builder builder;
        private final Rows rows;

        private Scope(Builder builder, Rows rows) {
            this.builder = builder;
            this.rows = rows;
        }

        public Rows rows() {
            return rows;
        }

        /** A number that the architect can change. */
        public Figure input(String id, Unit unit, String title, Range range, Function<RowKey, Given> given) {
            return given(id, unit, title, Figure.Kind.INPUT, range, given);
        }

        /** A number of the library, the catalog or the program. */
        public Figure fact(String id, Unit unit, String title, Function<RowKey, Given> given) {
            return given(id, unit, title, Figure.Kind.FACT, Range.ANY, given);
        }

        /**
         * A calculated number.
         *
         * @throws IllegalArgumentException if formula and unit measure different things, or rows do not match
         */
        public Figure define(String id, Unit unit, String title, Formula formula, Source... sources) {
            return calculated(id, unit, title, Figure.Kind.CALCULATED, formula, sources);
        }

        /** A calculated number of the headline. */
        public Figure output(String id, Unit unit, String title, Formula formula, Source... sources) {
            return calculated(id, unit, title, Figure.Kind.OUTPUT, formula, sources);
        }

        /** The result of a search as a number. Its formula says when it is stale. */
        public Figure searched(String id, Unit unit, String title, Formula formula, Source... sources) {
            return calculated(id, unit, title, Figure.Kind.SEARCHED, formula, sources);
        }

        private Figure given(
                String id, Unit unit, String title, Figure.Kind kind, Range range, Function<RowKey, Given> given) {
            List<Given> byRow = new ArrayList<>(rows.keys().size());
            rows.keys().forEach(row -> byRow.add(given.apply(row)));
            return builder.add(new Figure(
                    builder.figures.size(),
                    id,
                    title,
                    unit,
                    kind,
                    rows,
                    false,
                    byRow,
                    Optional.empty(),
                    List.of(),
                    range));
        }

        private Figure calculated(
                String id, Unit unit, String title, Figure.Kind kind, Formula formula, Source... sources) {
            builder.check(id, unit, rows, formula);
            return builder.add(new Figure(
                    builder.figures.size(),
                    id,
                    title,
                    unit,
                    kind,
                    rows,
                    isBanded(formula),
                    List.of(),
                    Optional.of(formula),
                    List.of(sources),
                    Range.ANY));
        }

        private static boolean isBanded(Formula formula) {
            return switch (formula) {
                case Figure figure -> figure.isBanded();
                case Formula.Ref ref -> ref.figure().isBanded();
                case Formula.Over over -> over.figure().isBanded();
                case Formula.ByLane ignored -> true;
                case Formula.InLane ignored -> false;
                default -> isAnyBanded(References.children(formula));
            };
        }

        private static boolean isAnyBanded(List<Formula> parts) {
            for (Formula part : parts) {
                if (isBanded(part)) {
                    return true;
                }
            }
            return false;
        }
    }
}
