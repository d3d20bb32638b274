package org.sizewright.ui.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.Conflict;
import org.sizewright.catalog.Field;
import org.sizewright.catalog.RawRow;
import org.sizewright.catalog.RowFate;
import org.sizewright.ui.intake.IntakePage.Fate;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/** The words of the page. */
final class IntakeWords {
    private static final int MOST_ROWS = 6;

    private final Texts texts;

    IntakeWords(Texts texts) {
        this.texts = texts;
    }

    String fate(Fate fate) {
        return switch (fate) {
            case ALL -> texts.get("intake.fate.all");
            case KEPT -> texts.get("intake.fate.kept");
            case CHECK -> texts.get("intake.fate.check");
            case MERGED -> texts.get("intake.fate.merged");
            case SKIPPED -> texts.get("intake.fate.skipped");
            case HEADER -> texts.get("intake.fate.header");
        };
    }

    String field(Field field) {
        return switch (field) {
            case VENDOR -> texts.get("intake.field.vendor");
            case MODEL -> texts.get("intake.field.model");
            case GPU -> texts.get("intake.field.gpu");
            case GPU_FORM -> texts.get("intake.field.gpuForm");
            case CPU -> texts.get("intake.field.cpu");
            case MAX_GPU -> texts.get("intake.field.maxGpu");
            case MAX_CPU -> texts.get("intake.field.maxCpu");
            case VALIDATION -> texts.get("intake.field.validation");
            case SYSTEM_CLASS -> texts.get("intake.field.class");
            case NVLINK_BRIDGE -> texts.get("intake.field.nvlinkBridge");
            case NVAIE -> texts.get("intake.field.nvaie");
            case NIC -> texts.get("intake.field.nic");
            case ZERO_TRUST -> texts.get("intake.field.zeroTrust");
        };
    }

    static Tone tone(Fate fate) {
        return switch (fate) {
            case ALL, HEADER, SKIPPED -> Tone.NEUTRAL;
            case KEPT -> Tone.OK;
            case CHECK -> Tone.WARN;
            case MERGED -> Tone.INFO;
        };
    }

    IntakeRow row(RowFate fate) {
        return new IntakeRow(
                fate.raw(),
                kind(fate),
                read(fate),
                why(fate),
                fate.entries().stream().findFirst());
    }

    /** A row of a list that cannot be read yet. */
    static IntakeRow plain(RawRow raw) {
        return new IntakeRow(raw, Fate.ALL, "", "", Optional.empty());
    }

    static Fate kind(RowFate fate) {
        return switch (fate) {
            case RowFate.Kept ignored -> Fate.KEPT;
            case RowFate.NeedsAttention ignored -> Fate.CHECK;
            case RowFate.Merged ignored -> Fate.MERGED;
            case RowFate.Skipped ignored -> Fate.SKIPPED;
            case RowFate.Header ignored -> Fate.HEADER;
        };
    }

    private String read(RowFate fate) {
        return fate.entries().stream().map(this::entry).distinct().collect(Collectors.joining("; "));
    }

    private String entry(CatalogEntry entry) {
        return texts.get(
                "intake.entry",
                entry.vendor(),
                entry.model(),
                entry.gpu().isKnown()
                        ? entry.gpu().displayName()
                        : texts.get("intake.unknownGpu", entry.gpu().text()),
                entry.maxGpu().isPresent()
                        ? texts.get(
                                "intake.upTo", Integer.toString(entry.maxGpu().getAsInt()))
                        : texts.get("intake.noCount"));
    }

    private String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : texts.get("intake.unknownCount");
    }

    private String why(RowFate fate) {
        return switch (fate) {
            case RowFate.Kept ignored -> "";
            case RowFate.NeedsAttention needs -> needs.why();
            case RowFate.Merged merged -> texts.get("intake.why.merged", Integer.toString(merged.intoRow()));
            case RowFate.Skipped skipped -> reason(skipped.reason());
            case RowFate.Header ignored -> texts.get("intake.why.header");
        };
    }

    private String reason(RowFate.Reason reason) {
        return switch (reason) {
            case BLANK -> texts.get("intake.why.blank");
            case REPEATED_HEADER -> texts.get("intake.why.repeated");
            case PAGER -> texts.get("intake.why.pager");
            case FOOTNOTE -> texts.get("intake.why.footnote");
            case TITLE -> texts.get("intake.why.title");
            case MESSAGE -> texts.get("intake.why.message");
            case OVERRULED -> texts.get("intake.why.overruled");
        };
    }

    /** For example: rows 4, 6, 9 and 12 more. */
    String rows(List<RawRow> rows) {
        String some = rows.stream()
                .limit(MOST_ROWS)
                .map(raw -> Integer.toString(raw.row()))
                .collect(Collectors.joining(", "));
        return rows.size() > MOST_ROWS
                ? texts.get("intake.rowsMore", some, rows.size() - MOST_ROWS)
                : texts.get("intake.rows", rows.size(), some);
    }

    String side(Conflict.Side side) {
        CatalogEntry entry = side.entry();
        return texts.get(
                "intake.side",
                Integer.toString(entry.raw().row()),
                count(entry.maxGpu()),
                count(entry.maxCpu()),
                entry.validationText().isEmpty() ? texts.get("intake.notStated") : entry.validationText());
    }
}
