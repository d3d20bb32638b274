package org.sizewright.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Facet.Known;
import org.sizewright.catalog.GpuCandidate;
import org.sizewright.catalog.Order;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;

/** The columns of the table of servers. What the list leaves open asks, with what is possible; what it does not say is unknown. */
final class ServerColumns {
    private static final String ROW = "row";

    /** The columns that a narrow table leaves to the column chooser and the Why pane; a GPU's name tells its form as well. */
    static final Set<String> SPARE = Set.of(Known.FORM.id(), Known.CPU.id(), Known.MAX_CPU.id());

    private final Texts texts;
    private final CatalogWords words;
    private final CatalogViewModel model;

    ServerColumns(CatalogViewModel model) {
        this.model = model;
        words = model.words();
        texts = words.texts();
    }

    /** The order that a column stands for. */
    static Order order(String column, boolean upwards) {
        if (column.equals(ROW)) {
            return new Order.ByRow(upwards);
        }
        Optional<Facet> facet = Facet.parse(column);
        return facet.<Order>map(known -> new Order.By(known, upwards)).orElse(Order.BEST_FIRST);
    }

    /** The column that an order goes by; empty if it goes by none. */
    static Optional<String> column(Order order) {
        return switch (order) {
            case Order.BestFirst best -> Optional.empty();
            case Order.By by -> Optional.of(by.facet().id());
            case Order.ByRow row -> Optional.of(ROW);
        };
    }

    /** All columns; their ids are those of the facets that they are sorted by. */
    List<Column<ServerRow>> servers(List<Facet.Extra> extras) {
        List<Column<ServerRow>> columns = new ArrayList<>(List.of(
                Column.mark(Known.FAVOURITE.id(), texts.get("catalog.favourite"), this::star),
                column(Known.VENDOR, row -> Cell.text(row.entry().vendor())),
                column(Known.MODEL, row -> Cell.text(row.entry().model())),
                column(Known.GPU, row -> gpu(row.entry())),
                column(Known.FORM, this::form),
                number(Known.MEMORY, "catalog.memory", this::memory),
                number(Known.MAX_GPU, "catalog.gpus", row -> count(row.entry().maxGpu())),
                Column.words(
                        Known.CPU.id(),
                        texts.get("catalog.cpu"),
                        row -> text(row.entry().cpu())),
                number(Known.MAX_CPU, "catalog.cpus", row -> count(row.entry().maxCpu())),
                column(Known.VALIDATION, row -> validation(row.entry())),
                column(Known.SYSTEM_CLASS, row -> text(row.entry().systemClass().text()))
                        .hidden()));
        for (Facet.Extra extra : extras) {
            columns.add(column(extra, row -> text(row.entry().extra().getOrDefault(extra.column(), "")))
                    .hidden());
        }
        columns.add(Column.<ServerRow>numbers(
                        ROW,
                        texts.get("catalog.row"),
                        row -> row(row.entry().raw().row()))
                .hidden());
        return columns;
    }

    private Column<ServerRow> column(Facet facet, Function<ServerRow, Cell> cell) {
        return Column.words(facet.id(), words.facet(facet), cell);
    }

    private Column<ServerRow> number(Facet facet, String title, Function<ServerRow, Cell> cell) {
        return Column.numbers(facet.id(), texts.get(title), cell);
    }

    private Cell star(ServerRow row) {
        return Cell.text(model.isFavourite(row) ? texts.get("catalog.yes") : "");
    }

    private Cell gpu(CatalogEntry entry) {
        if (entry.gpu().isKnown()) {
            return Cell.text(entry.gpu().canonical().orElse(entry.gpu().text()));
        }
        return Cell.chip(words.unknown(), Tone.WARN)
                .withTip(texts.get("catalog.why.gpu.unknown", entry.gpu().text()));
    }

    private Cell form(ServerRow row) {
        return row.form()
                .map(Cell::text)
                .orElseGet(() -> ask(
                        row.forms().isEmpty()
                                ? candidates(row.entry(), c -> c.form().map(f -> f.text()))
                                : row.forms()));
    }

    private Cell memory(ServerRow row) {
        OptionalInt size = row.memoryGb();
        if (size.isPresent()) {
            Cell cell = Cell.number(texts.get("catalog.gb", CatalogWords.number(size.getAsInt())), size.getAsInt());
            return row.entry().gpu().memoryGb().isPresent() ? cell : cell.withTip(texts.get("catalog.onlySize"));
        }
        List<String> sizes = row.sizes().isEmpty()
                ? candidates(
                        row.entry(),
                        c -> c.memoryGb().isPresent()
                                ? Optional.of(CatalogWords.number(c.memoryGb().getAsInt()))
                                : Optional.empty())
                : row.sizes().stream().map(CatalogWords::number).toList();
        return ask(sizes.stream().map(each -> texts.get("catalog.gb", each)).toList());
    }

    private static List<String> candidates(CatalogEntry entry, Function<GpuCandidate, Optional<String>> what) {
        return entry.gpu().candidates().stream()
                .map(what)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Cell ask(List<String> possible) {
        return possible.isEmpty()
                ? Cell.unknown(words.unknown())
                : Cell.chip(texts.get("catalog.ask"), Tone.WARN)
                        .withTip(texts.get("catalog.askTip", words.anyOf(possible)));
    }

    private Cell validation(CatalogEntry entry) {
        Cell chip = Cell.chip(words.validation(entry.validation()), CatalogWords.tone(entry.validation()));
        return entry.validationText().isEmpty()
                ? chip
                : chip.withTip(texts.get("catalog.why.asWritten", entry.validationText()));
    }

    private Cell count(OptionalInt count) {
        return count.isPresent()
                ? Cell.number(CatalogWords.number(count.getAsInt()), count.getAsInt())
                : Cell.unknown(words.unknown());
    }

    private Cell text(String text) {
        return text.isEmpty() ? Cell.unknown(words.unknown()) : Cell.text(text);
    }

    private static Cell row(int number) {
        return Cell.number(CatalogWords.number(number), number);
    }
}
