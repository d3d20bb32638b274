package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Range;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.MathFormat;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.Glossary;

/** The model on the GPUs of the library, their MIG profiles and vGPU types, as a table to search, filter and choose from. */
final class FitCard extends VBox {
    private static final double ROOMY = 680;
    private static final String USERS = "users";
    private static final String REQUESTS = "requests";

    private final Texts texts;
    private final FitFrame<FitRow> frame;
    private boolean traffic;
    private MemoryUnit unit = MemoryUnit.GIB;

    FitCard(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        frame = new FitFrame<>(
                texts, List.of(FitFrame.Show.values()), columns(), model.llm()::explain, model.llm()::use);
        getChildren().setAll(frame);
    }

    private List<Column<FitRow>> columns() {
        return List.of(
                Column.words(
                        "gpu",
                        texts.get("workloads.fit.place"),
                        row -> Cell.text(row.place().title())),
                Column.numbers("degree", texts.get("workloads.fit.perReplica"), this::perReplica),
                Column.numbers("gpus", texts.get("workloads.fit.gpus"), row -> number(row.gpus())),
                Column.numbers("left", texts.get("workloads.fit.free"), this::free),
                Column.numbers(REQUESTS, texts.get("workloads.fit.requests"), row -> number(row.requests())),
                Column.<FitRow>numbers(USERS, texts.get("workloads.fit.users"), row -> number(row.users()))
                        .hidden(),
                Column.numbers("tokens", texts.get("workloads.fit.tokens"), this::tokens),
                Column.words("state", texts.get("workloads.fit.state"), this::verdict));
    }

    /** Puts the words of its columns below the table. */
    void explain(Glossary glossary) {
        frame.explain(List.of(
                glossary.word("replica", texts.get("workloads.fit.word.replica")),
                glossary.word("mig-profile", texts.get("workloads.fit.word.mig")),
                glossary.word("vgpu", texts.get("workloads.fit.word.vgpu")),
                glossary.word("throughput", texts.get("workloads.fit.word.tokens")),
                glossary.word("nvlink", texts.get("workloads.fit.word.link"))));
    }

    void show(LlmDesk.Fits fits) {
        unit = fits.unit();
        boolean peopled =
                fits.rows().stream().anyMatch(row -> row.users().asNumber().orElse(0) > 0);
        if (peopled != traffic) {
            traffic = peopled;
            showUsers();
        }
        frame.show(fits.rows(), texts.get("workloads.fit.about", unit.symbol()));
    }

    /** Users take the place of the requests of a replica where there is no room for both. */
    private void showUsers() {
        TableView<?> table = frame.table().view();
        boolean narrow = table.getWidth() > 0 && table.getWidth() < ROOMY;
        for (TableColumn<?, ?> column : table.getColumns()) {
            if (USERS.equals(column.getId())) {
                column.setVisible(traffic);
            } else if (REQUESTS.equals(column.getId())) {
                column.setVisible(!traffic || !narrow);
            }
        }
    }

    private Cell perReplica(FitRow row) {
        int perGpu = row.place().perGpu();
        int gpus = row.parallel().gpus();
        return row.place().isWhole()
                ? Cell.number(String.valueOf(gpus), gpus)
                : Cell.number(texts.get("workloads.fit.part", perGpu), 1.0 / perGpu)
                        .withTip(texts.get("workloads.fit.part.tip", perGpu));
    }

    /** What does not fit has less than nothing left. */
    private Cell free(FitRow row) {
        if (row.state() == FitRow.State.DOES_NOT_FIT) {
            return row.shortage().isPresent() ? amount(-row.shortage().getAsDouble()) : none();
        }
        return switch (row.left()) {
            case Value.Known known -> amount(known.number());
            case Value.Unknown unknown -> unknown(unknown);
        };
    }

    private Cell amount(double gib) {
        MemoryText memory = new MemoryText(texts, unit);
        double bytes = gib * MemoryCard.GIB;
        return Cell.number((bytes < 0 ? "\u2212" : "") + memory.number(Math.abs(bytes)), bytes)
                .withTip(memory.both(bytes));
    }

    private Cell tokens(FitRow row) {
        if (!row.state().fits()) {
            return none();
        }
        Optional<Range> range = row.measuredTokens();
        if (range.isPresent()) {
            return Cell.number(
                    texts.get(
                            "workloads.fit.range",
                            rounded(range.get().min()),
                            rounded(range.get().max())),
                    row.tokens().orElse(range.get().min()));
        }
        if (row.tokens().isPresent()) {
            double about = row.tokens().getAsDouble();
            return Cell.number(texts.get("workloads.fit.about.tokens", rounded(about)), about)
                    .withTip(texts.get("workloads.fit.notMeasured.estimate", rounded(about)));
        }
        return Cell.unknown(texts.get("workloads.fit.notMeasured")).withTip(texts.get("workloads.fit.notMeasured.tip"));
    }

    /** To two digits: a range of an estimate is not known better. */
    private static String rounded(double number) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, number))) - 1));
        return ValueText.number(Math.round(number / unit) * unit);
    }

    private Cell verdict(FitRow row) {
        if (row.current() && row.state().fits()) {
            return Cell.chip(texts.get("workloads.fit.chosen"), Tone.INFO);
        }
        return switch (row.state()) {
            case FITS -> Cell.chip(texts.get("workloads.fit.fits"), Tone.OK);
            case PCIE_ONLY ->
                Cell.chip(texts.get("workloads.fit.pcie"), Tone.WARN).withTip(texts.get("workloads.fit.pcie.tip"));
            case SLOWER ->
                Cell.chip(texts.get("workloads.fit.slower"), Tone.WARN)
                        .withTip(texts.get(
                                "workloads.fit.slower.tip", format(row.weights().computeFormat())));
            case SHARED ->
                Cell.chip(texts.get("workloads.fit.shared"), Tone.WARN).withTip(texts.get("workloads.fit.shared.tip"));
            case UNKNOWN ->
                Cell.chip(texts.get("workloads.fit.unknown"), Tone.WARN)
                        .withTip(row.gpus() instanceof Value.Unknown unknown ? unknown.why() : "");
            case DOES_NOT_FIT -> tooSmall(row);
        };
    }

    private Cell tooSmall(FitRow row) {
        Cell chip = Cell.chip(texts.get("workloads.fit.fails"), Tone.ERROR);
        return row.shortage().isPresent()
                ? chip.withTip(texts.get(
                        "workloads.fit.lacks",
                        new MemoryText(texts, unit).text(row.shortage().getAsDouble() * MemoryCard.GIB)))
                : chip;
    }

    private static String format(MathFormat format) {
        return format.name().toUpperCase(Locale.ROOT);
    }

    private static Cell number(Value value) {
        return switch (value) {
            case Value.Known known -> Cell.number(ValueText.number(known), known.number());
            case Value.Unknown unknown -> unknown(unknown);
        };
    }

    /** What does not fit has no number; the chip of the row says so once. */
    private static Cell unknown(Value.Unknown unknown) {
        return WorkloadState.fails(unknown) ? none() : Cell.unknown(unknown.cellText());
    }

    private static Cell none() {
        return Cell.unknown("\u2013");
    }
}
