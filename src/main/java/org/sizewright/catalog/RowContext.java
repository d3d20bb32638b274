package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rows of one list have in common, and what is collected while they are read. Used for one import and then dropped. */
final class RowContext {
    final CatalogRules rules;
    final Spellings spellings;
    final ImportChoices choices;
    final List<Note> notes = new ArrayList<>();
    private final Map<GpuText, GpuAsked> gpus = new LinkedHashMap<>();
    private final Map<String, VendorAsked> vendors = new LinkedHashMap<>();
    private final Map<String, String> firstSpelling = new HashMap<>();

    /** Lists repeat their GPUs: each text is taken apart once. */
    final Map<List<String>, GpuCell> gpuCells = new HashMap<>();

    /** Likewise processors and counts. */
    final Map<String, CountedText> counted = new HashMap<>();

    final Map<String, CountText> counts = new HashMap<>();

    /** The vendor that rows without one belong to; empty if there is none yet. */
    String lastVendor = "";

    private record GpuAsked(GpuName name, String formColumn, Question.Why why, List<RawRow> rows) {}

    private record VendorAsked(String text, List<RawRow> rows) {}

    RowContext(CatalogRules rules, ImportChoices choices) {
        this.rules = rules;
        this.choices = choices;
        this.spellings = rules.spellings().withAliases(choices.vendors());
    }

    /** The spelling in which a vendor that is not known was first met. */
    String firstSpelling(String written) {
        String first = firstSpelling.putIfAbsent(spellings.vendorKey(written), written);
        return first == null ? written : first;
    }

    void askVendor(RawRow raw, String written) {
        List<RawRow> rows = vendors.computeIfAbsent(
                        spellings.vendorKey(written), key -> new VendorAsked(written, new ArrayList<>()))
                .rows();
        addOnce(rows, raw);
    }

    /** The GPU as answered, or as read; what it leaves open is asked. */
    GpuName settle(RawRow raw, GpuName read, String formColumn) {
        Optional<Question.Why> why = why(read);
        if (why.isEmpty()) {
            return read;
        }
        GpuText key = GpuText.of(read.text(), formColumn);
        addOnce(
                gpus.computeIfAbsent(key, k -> new GpuAsked(read, formColumn, why.get(), new ArrayList<>()))
                        .rows(),
                raw);
        return switch (answer(key)) {
            case GpuAnswer.Meant meant -> rules.gpus().named(meant.gpu(), read);
            case GpuAnswer.LeftOpen open -> read;
        };
    }

    /** True if the user said that this name is to stay open. */
    boolean isLeftOpen(GpuName read, String formColumn) {
        return choices.gpus().get(GpuText.of(read.text(), formColumn)) instanceof GpuAnswer.LeftOpen;
    }

    private GpuAnswer answer(GpuText key) {
        return Optional.ofNullable(choices.gpus().get(key)).orElseGet(GpuAnswer.LeftOpen::new);
    }

    private static Optional<Question.Why> why(GpuName name) {
        if (!name.isKnown()) {
            return Optional.of(Question.Why.UNKNOWN);
        }
        if (name.confidence() == GpuName.Confidence.AMBIGUOUS) {
            return Optional.of(Question.Why.AMBIGUOUS);
        }
        return name.flags().contains(GpuFlag.FAMILY_ASSUMED) ? Optional.of(Question.Why.ASSUMED) : Optional.empty();
    }

    private static void addOnce(List<RawRow> rows, RawRow raw) {
        if (rows.isEmpty() || rows.getLast() != raw) {
            rows.add(raw);
        }
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        gpus.forEach((key, asked) -> questions.add(new Question.Gpu(
                key,
                asked.name().text(),
                asked.formColumn(),
                asked.why(),
                candidates(asked),
                asked.rows(),
                Optional.ofNullable(choices.gpus().get(key)))));
        vendors.forEach((key, asked) -> questions.add(new Question.Vendor(
                key,
                asked.text(),
                asked.rows(),
                Optional.ofNullable(choices.vendors().get(key)))));
        return questions;
    }

    private List<GpuCandidate> candidates(GpuAsked asked) {
        GpuName name = asked.name();
        return switch (asked.why()) {
            case AMBIGUOUS -> name.candidates();
            case UNKNOWN -> rules.gpus().similar(name.text());
            case ASSUMED -> {
                List<GpuCandidate> all = new ArrayList<>();
                name.chip().ifPresent(chip -> all.add(new GpuCandidate(chip, name.form(), name.memoryGb())));
                all.addAll(name.candidates());
                yield all;
            }
        };
    }
}
