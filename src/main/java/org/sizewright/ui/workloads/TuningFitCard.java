package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Range;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.AccuracyBand;
import org.sizewright.sizing.training.TrainingChange;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.Glossary;

/** A run of fine-tuning on the GPUs of the library and their MIG profiles, as a table to search, filter and choose from. */
final class TuningFitCard extends VBox {
    private final Texts texts;
    private final TuningFitDesk desk;
    private final FitFrame<TuningFitRow> frame;
    private MemoryUnit unit = MemoryUnit.GIB;

    TuningFitCard(Texts texts, TuningFitDesk desk) {
        this.texts = texts;
        this.desk = desk;
        frame = new FitFrame<>(
                texts,
                List.of(FitFrame.Show.ALL, FitFrame.Show.GPU, FitFrame.Show.MIG),
                columns(),
                desk::explain,
                desk::use);
        frame.setId("tuning-fit");
        getChildren().setAll(frame);
    }

    private List<Column<TuningFitRow>> columns() {
        return List.of(
                Column.words(
                        "gpu",
                        texts.get("workloads.fit.place"),
                        row -> Cell.text(row.place().title())),
                Column.numbers("asSet", texts.get("workloads.fit.free"), row -> free(row.asSet())),
                Column.numbers("fewest", texts.get("workloads.tuningFit.fewest"), this::fewest),
                Column.<TuningFitRow>numbers(
                                "left", texts.get("workloads.tuningFit.fewestFree"), row -> free(row.fewest()))
                        .hidden(),
                Column.numbers("hours", texts.get("workloads.tuningFit.hours"), row -> hours(row.shown())),
                Column.<TuningFitRow>numbers(
                                "fewestHours", texts.get("workloads.tuningFit.fewestHours"), row -> hours(row.fewest()))
                        .hidden(),
                Column.<TuningFitRow>numbers("cases", texts.get("workloads.tuningFit.cases"), this::cases)
                        .hidden(),
                Column.words("state", texts.get("workloads.fit.state"), this::verdict),
                Column.words("change", texts.get("workloads.tuningFit.helps"), this::change));
    }

    /** Puts the words of its columns below the table. */
    void explain(Glossary glossary) {
        frame.explain(List.of(
                glossary.word("zero", texts.get("workloads.tuningFit.word.zero")),
                glossary.word("data-parallel", texts.get("workloads.tuningFit.word.copies")),
                glossary.word("mig-profile", texts.get("workloads.fit.word.mig")),
                glossary.word("nvlink", texts.get("workloads.fit.word.link"))));
    }

    void show(TuningFitDesk.Fits fits) {
        unit = fits.unit();
        frame.show(fits.rows(), texts.get("workloads.tuningFit.about", unit.symbol()));
    }

    /** What does not fit has less than nothing left. */
    private Cell free(Optional<TuningTrial.Run> run) {
        if (run.isEmpty()) {
            return none();
        }
        return switch (run.get().left()) {
            case Value.Known known -> {
                double bytes = known.number() * MemoryCard.GIB;
                MemoryText memory = new MemoryText(texts, unit);
                yield Cell.number((bytes < 0 ? "\u2212" : "") + memory.number(Math.abs(bytes)), bytes)
                        .withTip(texts.get(
                                "workloads.tuningFit.spread",
                                desk.spread(run.get().layout()),
                                memory.both(bytes)));
            }
            case Value.Unknown unknown -> Cell.unknown(unknown.cellText()).withTip(unknown.why());
        };
    }

    private Cell hours(Optional<TuningTrial.Run> run) {
        if (run.filter(TuningTrial.Run::fits).isEmpty()) {
            return none();
        }
        return switch (run.get().hours()) {
            case Value.Known known -> {
                Optional<Range> range = run.get().hoursRange().filter(found -> found.min() < found.max());
                String text = range.map(
                                found -> texts.get("workloads.fit.range", rounded(found.min()), rounded(found.max())))
                        .orElseGet(() -> texts.get("workloads.fit.about.tokens", rounded(known.number())));
                yield Cell.number(
                                run.get().isLearningAlone() ? texts.get("workloads.tuningFit.atLeast", text) : text,
                                known.number())
                        .withTip(hoursTip(run.get()));
            }
            case Value.Unknown unknown ->
                Cell.unknown(texts.get("workloads.fit.notMeasured")).withTip(unknown.why());
        };
    }

    private String hoursTip(TuningTrial.Run run) {
        if (run.hoursRange().isEmpty()) {
            return texts.get("workloads.tuningFit.unmeasured");
        }
        String measured = band(run)
                .map(band -> texts.get("workloads.tuningFit.measured", band.cases(), band.title()))
                .orElse("");
        return run.isLearningAlone() ? texts.get("workloads.tuningFit.learning") + " " + measured : measured;
    }

    private static Optional<AccuracyBand> band(TuningTrial.Run run) {
        return run.library().accuracyBand(run.subject().training().stack().speedBand());
    }

    private Cell cases(TuningFitRow row) {
        return row.shown()
                .filter(run -> run.hours().isKnown() && run.hoursRange().isPresent())
                .flatMap(TuningFitCard::band)
                .map(band -> Cell.number(ValueText.number(band.cases()), band.cases())
                        .withTip(texts.get("workloads.tuningFit.measured", band.cases(), band.title())))
                .orElseGet(TuningFitCard::none);
    }

    /** To two digits: a range of an estimate is not known better. */
    private static String rounded(double hours) {
        if (hours <= 0) {
            return "0";
        }
        double digit = Math.pow(10, Math.floor(Math.log10(hours)) - 1);
        return ValueText.number(Math.round(hours / digit) * digit);
    }

    private Cell fewest(TuningFitRow row) {
        return row.fewest()
                .map(run -> Cell.number(
                                String.valueOf(run.layout().gpus()),
                                run.layout().gpus())
                        .withTip(desk.spread(run.layout())))
                .orElseGet(TuningFitCard::none);
    }

    private Cell verdict(TuningFitRow row) {
        if (row.current() && row.asSet().filter(TuningTrial.Run::fits).isPresent()) {
            return Cell.chip(texts.get("workloads.fit.chosen"), Tone.INFO);
        }
        return switch (row.state()) {
            case FITS -> Cell.chip(texts.get("workloads.fit.fits"), Tone.OK);
            case PCIE_ONLY ->
                Cell.chip(texts.get("workloads.fit.pcie"), Tone.WARN).withTip(texts.get("workloads.tuningFit.pcie"));
            case SPREAD ->
                Cell.chip(texts.get("workloads.tuningFit.otherwise"), Tone.WARN)
                        .withTip(row.fewest()
                                .map(run -> texts.get("workloads.tuningFit.otherwise.tip", desk.spread(run.layout())))
                                .orElse(""));
            case UNKNOWN -> Cell.chip(texts.get("workloads.fit.unknown"), Tone.WARN);
            case DOES_NOT_FIT -> Cell.chip(texts.get("workloads.fit.fails"), Tone.ERROR);
        };
    }

    private Cell change(TuningFitRow row) {
        return switch (row.change()) {
            case TuningFitRow.Change.NotNeeded ignored -> none();
            case TuningFitRow.Change.BeingSought ignored ->
                Cell.unknown(texts.get("workloads.tuningFit.change.sought"));
            case TuningFitRow.Change.None ignored -> Cell.unknown(texts.get("workloads.tuningFit.change.none"));
            case TuningFitRow.Change.Found found ->
                Cell.text(brief(found.change())).withTip(TuningDesk.sentence(found.change()));
        };
    }

    /** Short enough for a column. */
    private String brief(TrainingChange change) {
        return switch (change.kind()) {
            case SHARDING -> texts.get("workloads.tuningFit.helps.sharding");
            case MICRO_BATCH -> texts.get("workloads.tuningFit.helps.microBatch");
            case CHECKPOINTING -> texts.get("workloads.tuningFit.helps.checkpointing");
            case SHARED_WEIGHTS -> texts.get("workloads.tuningFit.helps.sharedWeights");
            case OPTIMISER -> texts.get("workloads.tuningFit.helps.optimiser");
            case RANK -> texts.get("workloads.tuningFit.helps.rank");
            case WEIGHTS -> texts.get("workloads.tuningFit.helps.weights");
            case OFFLOAD -> texts.get("workloads.tuningFit.helps.states");
            case ALL_OFFLOADED -> texts.get("workloads.tuningFit.helps.everything");
            case MORE_GPUS -> texts.get("workloads.gpus", change.layout().gpus());
            case ADAPTERS -> texts.get("workloads.tuningFit.helps.adapters");
        };
    }

    private static Cell none() {
        return Cell.unknown("\u2013");
    }
}
