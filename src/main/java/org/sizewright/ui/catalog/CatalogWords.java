package org.sizewright.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.RawRow;
import org.sizewright.catalog.RowFate;
import org.sizewright.catalog.Validation;
import org.sizewright.plan.OptionId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/** What the catalog's terms are called on the screen. */
record CatalogWords(Texts texts) {
    String facet(Facet facet) {
        return switch (facet) {
            case Facet.Known known -> known(known);
            case Facet.Extra extra -> extra(extra.column());
        };
    }

    private String known(Facet.Known facet) {
        return switch (facet) {
            case VENDOR -> texts.get("catalog.vendor");
            case MODEL -> texts.get("catalog.server");
            case GPU -> texts.get("catalog.gpu");
            case FORM -> texts.get("catalog.form");
            case MEMORY -> texts.get("catalog.gpuMemory");
            case MAX_GPU -> texts.get("catalog.maxGpus");
            case CPU_FAMILY -> texts.get("catalog.cpuFamily");
            case CPU -> texts.get("catalog.processor");
            case MAX_CPU -> texts.get("catalog.maxCpus");
            case VALIDATION -> texts.get("catalog.validation");
            case SYSTEM_CLASS -> texts.get("catalog.class");
            case TO_CHECK -> texts.get("catalog.facet.toCheck");
            case FAVOURITE -> texts.get("catalog.favourite");
        };
    }

    /** What a further column is called: the usual ones by their name, others by their header. */
    String extra(String column) {
        return switch (column) {
            case "nvlinkBridge" -> texts.get("catalog.nvlinkBridge");
            case "nvaie" -> texts.get("catalog.nvaie");
            case "nic" -> texts.get("catalog.nic");
            case "zeroTrust" -> texts.get("catalog.zeroTrust");
            default -> column;
        };
    }

    /** A value of a facet; the empty value is what the list does not say. */
    String value(Facet facet, String value) {
        if (value.isEmpty()) {
            return unknown();
        }
        if (facet == Facet.Known.VALIDATION) {
            return validation(Validation.valueOf(value));
        }
        if (facet == Facet.Known.MEMORY) {
            return texts.get("catalog.gb", value);
        }
        if (facet == Facet.Known.TO_CHECK || facet == Facet.Known.FAVOURITE) {
            return texts.get(value.equals(Facet.YES) ? "catalog.yes" : "catalog.no");
        }
        return value;
    }

    String validation(Validation validation) {
        return switch (validation) {
            case CERTIFIED -> texts.get("catalog.certified");
            case NGC_READY -> texts.get("catalog.ngcReady");
            case QUALIFIED -> texts.get("catalog.qualified");
            case UNKNOWN -> unknown();
        };
    }

    static Tone tone(Validation validation) {
        return switch (validation) {
            case CERTIFIED -> Tone.OK;
            case QUALIFIED -> Tone.INFO;
            case NGC_READY -> Tone.NEUTRAL;
            case UNKNOWN -> Tone.WARN;
        };
    }

    String unknown() {
        return texts.get("catalog.unknown");
    }

    RestRow rest(RowFate fate) {
        String title = texts.get("catalog.rowNumber", number(fate.raw().row()));
        return new RestRow(title, fate, fate(fate), tone(fate), why(fate));
    }

    /** The fate in a word. */
    String fate(RowFate fate) {
        return switch (fate) {
            case RowFate.NeedsAttention ignored -> texts.get("catalog.fate.check");
            case RowFate.Merged ignored -> texts.get("catalog.fate.merged");
            case RowFate.Skipped ignored -> texts.get("catalog.fate.skipped");
            case RowFate.Header ignored -> texts.get("catalog.fate.header");
            case RowFate.Kept ignored -> texts.get("catalog.fate.kept");
        };
    }

    private static Tone tone(RowFate fate) {
        return switch (fate) {
            case RowFate.NeedsAttention ignored -> Tone.WARN;
            case RowFate.Merged ignored -> Tone.INFO;
            case RowFate.Skipped ignored -> Tone.NEUTRAL;
            case RowFate.Header ignored -> Tone.NEUTRAL;
            case RowFate.Kept ignored -> Tone.OK;
        };
    }

    private String why(RowFate fate) {
        return switch (fate) {
            case RowFate.NeedsAttention needs -> needs.why();
            case RowFate.Merged merged -> texts.get("catalog.fate.mergedInto", number(merged.intoRow()));
            case RowFate.Skipped skipped -> reason(skipped.reason());
            case RowFate.Header ignored -> texts.get("catalog.fate.headerWhy");
            case RowFate.Kept ignored -> "";
        };
    }

    private String reason(RowFate.Reason reason) {
        return switch (reason) {
            case BLANK -> texts.get("catalog.skipped.blank");
            case REPEATED_HEADER -> texts.get("catalog.skipped.header");
            case PAGER -> texts.get("catalog.skipped.pager");
            case FOOTNOTE -> texts.get("catalog.skipped.footnote");
            case TITLE -> texts.get("catalog.skipped.title");
            case MESSAGE -> texts.get("catalog.skipped.message");
            case OVERRULED -> texts.get("catalog.skipped.overruled");
        };
    }

    /** The cells of a row as they stand in the file; a cell that runs over the whole row is told once. */
    static String verbatim(RawRow row) {
        List<String> cells = new ArrayList<>(row.text());
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        if (cells.size() > 1 && cells.stream().distinct().count() == 1) {
            cells = cells.subList(0, 1);
        }
        return cells.stream().map(cell -> "\u201c" + cell + "\u201d").collect(Collectors.joining(" \u00b7 "));
    }

    /** Row numbers and sizes are written without separators, as the file and the labels write them. */
    static String number(int number) {
        return Integer.toString(number);
    }

    /** The list in words: {@code 64, 80 or 94}. */
    String anyOf(List<String> values) {
        if (values.size() < 2) {
            return String.join("", values);
        }
        return texts.get("catalog.or", String.join(", ", values.subList(0, values.size() - 1)), values.getLast());
    }

    /** How the option switcher names an option. */
    static String letter(OptionId option) {
        return option.value().toUpperCase(java.util.Locale.ROOT);
    }
}
