package org.sizewright.ui.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.GpuCandidate;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;

/** The columns of the table of servers. What the list leaves open asks, with what is possible; what it does not say is unknown. */
final class ServerColumns {
    private static final String FORM = "form";
    private static final String CPU = "cpu";
    private static final String CPUS = "cpus";

    /** The columns that a narrow table leaves to the column chooser and the Why pane; a GPU's name tells its form as well. */
    static final Set<String> SPARE = Set.of(FORM, CPU, CPUS);

    private final Texts texts;
    private final CatalogWords words;

    ServerColumns(CatalogWords words) {
        this.texts = words.texts();
        this.words = words;
    }

    List<Column<ServerRow>> servers() {
        return List.of(
                Column.words(
                        "vendor",
                        texts.get("catalog.vendor"),
                        row -> Cell.text(row.entry().vendor())),
                Column.words(
                        "server",
                        texts.get("catalog.server"),
                        row -> Cell.text(row.entry().model())),
                Column.words("gpu", texts.get("catalog.gpu"), row -> gpu(row.entry())),
                Column.words(FORM, texts.get("catalog.form"), this::form),
                Column.numbers("memory", texts.get("catalog.memory"), this::memory),
                Column.numbers(
                        "gpus",
                        texts.get("catalog.gpus"),
                        row -> count(row.entry().maxGpu())),
                Column.words(
                        CPU, texts.get("catalog.cpu"), row -> text(row.entry().cpu())),
                Column.numbers(
                        CPUS,
                        texts.get("catalog.cpus"),
                        row -> count(row.entry().maxCpu())),
                Column.words("validation", texts.get("catalog.validation"), row -> validation(row.entry())),
                Column.<ServerRow>words(
                                "class",
                                texts.get("catalog.class"),
                                row -> text(row.entry().systemClass().text()))
                        .hidden(),
                Column.<ServerRow>numbers(
                                "row",
                                texts.get("catalog.row"),
                                row -> row(row.entry().raw().row()))
                        .hidden());
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

    private static List<String> candidates(
            CatalogEntry entry, java.util.function.Function<GpuCandidate, Optional<String>> what) {
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
