package org.sizewright.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Plan;
import org.sizewright.result.servers.ServerOutcome;
import org.sizewright.result.servers.ServerPrice;
import org.sizewright.result.servers.ServerWords;
import org.sizewright.result.servers.TriedServer;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;

/** The ranked servers, or those that are not ranked with their reasons. */
final class FindTable extends StackPane {
    private final Texts texts;
    private final Plan plan;
    private final DataTable<FindRow> ranked;
    private final DataTable<FindRow> excluded;

    FindTable(Texts texts, FindViewModel model, Consumer<FindRow> open, Node none) {
        this.texts = texts;
        this.plan = model.plan();
        ranked = new DataTable<>(texts, texts.get("find.ranked"), FindRow::id, rankedColumns());
        excluded = new DataTable<>(texts, texts.get("find.excluded"), FindRow::id, excludedColumns());
        ranked.view().setId("find-table");
        excluded.view().setId("find-excluded");
        ranked.setEmpty(none);
        for (DataTable<FindRow> table : List.of(ranked, excluded)) {
            table.onSelect(row -> row.ifPresent(model::select));
            table.onOpen(open);
        }
        setMinHeight(0);
        getChildren().add(ranked);
    }

    /** Shows the lines; the first one is explained without being asked for. */
    void show(List<FindRow> rows, boolean areExcluded, boolean withPrices) {
        DataTable<FindRow> table = areExcluded ? excluded : ranked;
        getChildren().setAll(table);
        ranked.view().getColumns().stream()
                .filter(column -> "price".equals(column.getId()))
                .filter(column -> column.isVisible() != withPrices)
                .forEach(column -> column.setVisible(withPrices));
        table.show(rows);
        if (table.selected().isEmpty() && !rows.isEmpty()) {
            table.select(Set.of(rows.getFirst().id()));
        }
    }

    void copyAll() {
        (getChildren().contains(excluded) ? excluded : ranked).copyAll();
    }

    void focusTable() {
        (getChildren().contains(excluded) ? excluded : ranked).view().requestFocus();
    }

    private List<Column<FindRow>> rankedColumns() {
        List<Column<FindRow>> columns = new ArrayList<>();
        columns.add(Column.numbers(
                "place",
                texts.get("find.col.place"),
                row -> row instanceof FindRow.Ranked line
                        ? Cell.number(String.valueOf(line.place()), line.place())
                        : Cell.unknown("")));
        columns.add(Column.words(
                "vendor",
                texts.get("find.col.vendor"),
                row -> Cell.text(row.entry().vendor())));
        columns.add(Column.words("server", texts.get("find.col.server"), this::server));
        columns.add(Column.words(
                "gpu",
                texts.get("find.col.gpu"),
                row -> on(
                        row,
                        server -> Cell.text(server.outcome().gpusPerHost() + " × "
                                + server.gpu().name()))));
        columns.add(Column.numbers(
                "hosts",
                texts.get("find.col.hosts"),
                row -> on(
                        row,
                        server -> Cell.number(
                                String.valueOf(server.outcome().hosts()),
                                server.outcome().hosts()))));
        columns.add(Column.numbers("power", texts.get("find.col.power"), row -> on(row, this::power)));
        columns.add(Column.numbers("units", texts.get("find.col.units"), row -> on(row, this::units)));
        columns.add(Column.numbers("price", texts.get("find.col.price"), row -> on(row, this::price)));
        columns.add(Column.numbers("perRack", texts.get("find.col.perRack"), row -> on(row, this::perRack)));
        columns.add(Column.words("site", texts.get("find.col.site"), row -> on(row, this::site)));
        return columns;
    }

    private List<Column<FindRow>> excludedColumns() {
        return List.of(
                Column.words(
                        "vendor",
                        texts.get("find.col.vendor"),
                        row -> Cell.text(row.entry().vendor())),
                Column.words(
                        "server",
                        texts.get("find.col.server"),
                        row -> Cell.text(row.entry().model())),
                Column.words("gpu", texts.get("find.col.gpuKind"), FindTable::gpu),
                Column.words(
                        "why",
                        texts.get("find.col.why"),
                        row -> row instanceof FindRow.Excluded line
                                ? Cell.text(line.server().sentence())
                                        .withTip(line.server().sentence())
                                : Cell.unknown("")));
    }

    private static Cell gpu(FindRow row) {
        return row instanceof FindRow.Excluded line
                ? Cell.text(line.server()
                        .gpu()
                        .map(gpu -> gpu.name())
                        .orElse(line.entry().gpu().displayName()))
                : Cell.unknown("");
    }

    private interface OfServer {
        Cell cell(TriedServer server);
    }

    private static Cell on(FindRow row, OfServer prepare) {
        return row instanceof FindRow.Ranked line ? prepare.cell(line.server()) : Cell.unknown("");
    }

    /** Where the plan stands is seen at a glance. */
    private Cell server(FindRow row) {
        Cell name = Cell.text(row.entry().model());
        return row instanceof FindRow.Ranked line && line.server().trial().use().isDone(plan)
                ? name.withMark(new Cell.Mark(texts.get("find.inPlan"), texts.get("find.inPlan.tip"), Tone.INFO))
                : name;
    }

    private Cell power(TriedServer server) {
        ServerOutcome outcome = server.outcome();
        double kilowatts = outcome.watts().orElse(outcome.wattsAtLeast()) / 1000;
        String number = ValueText.number(kilowatts, 1);
        return outcome.watts().isPresent()
                ? Cell.number(number, kilowatts)
                : Cell.number("≥ " + number, kilowatts).withTip(texts.get("find.power.atLeast"));
    }

    private Cell units(TriedServer server) {
        OptionalDouble units = server.outcome().units();
        return units.isPresent()
                ? Cell.number(ValueText.number(units.getAsDouble()), units.getAsDouble())
                : Cell.unknown(texts.get("find.unknown"));
    }

    private Cell price(TriedServer server) {
        ServerPrice price = server.price();
        return price.lines().isEmpty() || price.currency().isEmpty()
                ? Cell.unknown(texts.get("find.unknown"))
                : Cell.number(ServerWords.price(price), price.amount());
    }

    private Cell perRack(TriedServer server) {
        ServerOutcome outcome = server.outcome();
        int least = Integer.MAX_VALUE;
        int most = 0;
        boolean open = false;
        for (var rack : outcome.limits().racks()) {
            if (rack.hosts().isEmpty()) {
                return Cell.unknown(texts.get("find.unknown"));
            }
            open |= !rack.open().isEmpty();
            least = Math.min(least, rack.hosts().getAsInt());
            most = Math.max(most, rack.hosts().getAsInt());
        }
        if (most == 0 && outcome.limits().racks().isEmpty()) {
            return Cell.unknown(texts.get("find.unknown"));
        }
        String number = least == most ? String.valueOf(most) : least + "–" + most;
        return Cell.number((open ? "≤ " : "") + number, most).withTip(texts.get("find.perRack.tip"));
    }

    private Cell site(TriedServer server) {
        return switch (server.outcome().verdict()) {
            case FITS -> Cell.chip(texts.get("find.site.fits"), Tone.OK);
            case OPEN -> Cell.chip(texts.get("find.site.open"), Tone.WARN).withTip(texts.get("find.site.open.tip"));
            case BEYOND -> Cell.chip(texts.get("find.site.beyond"), Tone.ERROR);
        };
    }
}
