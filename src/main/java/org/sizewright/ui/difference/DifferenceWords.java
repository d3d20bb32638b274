package org.sizewright.ui.difference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogDifference.Changed;
import org.sizewright.catalog.CatalogDifference.FieldChange;
import org.sizewright.catalog.CatalogDifference.NotCompared;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.RawRow;
import org.sizewright.session.ExportComparison.Export;
import org.sizewright.session.ExportComparison.PlanCheck;
import org.sizewright.session.ExportComparison.PlanSource;
import org.sizewright.ui.difference.DifferenceRow.Kind;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EntryList;
import org.sizewright.ui.part.Why;

/** The words of the view. */
final class DifferenceWords {
    private static final int MOST_SERVERS = 3;

    private final Texts texts;

    DifferenceWords(Texts texts) {
        this.texts = texts;
    }

    String kind(Kind kind) {
        return texts.get(
                switch (kind) {
                    case ADDED -> "difference.added";
                    case REMOVED -> "difference.removed";
                    case CHANGED -> "difference.changed";
                });
    }

    static Tone tone(Kind kind) {
        return switch (kind) {
            case ADDED -> Tone.OK;
            case REMOVED -> Tone.ERROR;
            case CHANGED -> Tone.INFO;
        };
    }

    String export(Export export) {
        return texts.get(
                "difference.export",
                export.name(),
                export.day().toString(),
                export.list().entries().size());
    }

    String field(String field) {
        return switch (field) {
            case "form" -> texts.get("difference.field.form");
            case "memoryGb" -> texts.get("difference.field.memoryGb");
            case "maxGpu" -> texts.get("difference.field.maxGpu");
            case "cpu" -> texts.get("difference.field.cpu");
            case "maxCpu" -> texts.get("difference.field.maxCpu");
            case "validation" -> texts.get("difference.field.validation");
            case "class" -> texts.get("difference.field.class");
            default -> field;
        };
    }

    private String stated(String value) {
        return value.isEmpty() ? texts.get("difference.notStated") : value;
    }

    private String beforeAfter(FieldChange change) {
        return texts.get("difference.beforeAfter", stated(change.before()), stated(change.after()));
    }

    String changes(Changed change) {
        return change.changes().stream()
                .map(one -> texts.get("difference.change", field(one.field()), beforeAfter(one)))
                .collect(Collectors.joining("; "));
    }

    /** What an entry says that only one of the lists has. */
    String says(CatalogEntry entry) {
        List<String> said = new ArrayList<>();
        if (entry.maxGpu().isPresent()) {
            said.add(texts.get("difference.upToGpus", entry.maxGpu().getAsInt()));
        }
        if (!entry.cpu().isEmpty()) {
            said.add(entry.cpu());
        }
        if (!entry.validationText().isEmpty()) {
            said.add(entry.validationText());
        }
        if (entry.systemClass().isKnown()) {
            said.add(entry.systemClass().text());
        }
        return String.join(", ", said);
    }

    String notCompared(List<NotCompared> fields) {
        List<String> sentences = new ArrayList<>();
        String older = side(fields, true);
        String newer = side(fields, false);
        if (!older.isEmpty()) {
            sentences.add(texts.get("difference.onlyOlder", older));
        }
        if (!newer.isEmpty()) {
            sentences.add(texts.get("difference.onlyNewer", newer));
        }
        return sentences.isEmpty() ? "" : texts.get("difference.notCompared", String.join("; ", sentences));
    }

    private String side(List<NotCompared> fields, boolean inOlder) {
        return fields.stream()
                .filter(field -> field.inOlder() == inOlder)
                .map(field -> field(field.field()))
                .collect(Collectors.joining(", "));
    }

    String name(PlanSource plan) {
        return switch (plan) {
            case PlanSource.Found found -> found.title();
            case PlanSource.Unreadable unreadable -> fileName(unreadable.file());
        };
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    static boolean isTouched(PlanCheck check) {
        return check.touched().filter(touched -> !touched.isEmpty()).isPresent();
    }

    /** Touched plans before those that nobody could look into, and these before the rest. */
    static int weight(PlanCheck check) {
        return isTouched(check) ? 0 : check.touched().isEmpty() ? 1 : 2;
    }

    EntryList.Entry plan(PlanCheck check, String id) {
        return switch (check.plan()) {
            case PlanSource.Unreadable unreadable ->
                new EntryList.Entry(
                        id,
                        texts.get("difference.plan.unreadable"),
                        Tone.WARN,
                        fileName(unreadable.file()),
                        unreadable.sentence(),
                        unreadable.advice(),
                        "");
            case PlanSource.Found found -> found(found, check.touched(), id);
        };
    }

    private EntryList.Entry found(PlanSource.Found found, Optional<CatalogDifference.Touched> touched, String id) {
        String where = found.open()
                ? texts.get("difference.plan.open")
                : found.file().map(DifferenceWords::fileName).orElse("");
        List<String> said = new ArrayList<>();
        touched.ifPresent(what -> {
            if (!what.removed().isEmpty()) {
                said.add(texts.get("difference.plan.removed", servers(what.removed())));
            }
            if (!what.changed().isEmpty()) {
                said.add(texts.get(
                        "difference.plan.changed",
                        servers(what.changed().stream().map(Changed::after).toList())));
            }
        });
        return said.isEmpty()
                ? new EntryList.Entry(
                        id,
                        texts.get("difference.plan.untouched"),
                        Tone.OK,
                        found.title(),
                        texts.get(found.servers().isEmpty() ? "difference.plan.noServers" : "difference.plan.same"),
                        "",
                        where)
                : new EntryList.Entry(
                        id,
                        texts.get("difference.plan.touched"),
                        Tone.WARN,
                        found.title(),
                        String.join(" ", said),
                        "",
                        where);
    }

    private String servers(List<CatalogEntry> entries) {
        String some = entries.stream().limit(MOST_SERVERS).map(this::server).collect(Collectors.joining("; "));
        return entries.size() > MOST_SERVERS
                ? texts.get("difference.plan.more", some, entries.size() - MOST_SERVERS)
                : some;
    }

    private String server(CatalogEntry entry) {
        return texts.get("difference.server", entry.model(), entry.gpu().displayName());
    }

    /** Explains an entry: its fields before and after, its row in both lists, and the plans that rest on it. */
    Why why(DifferenceRow row, DifferencePage page) {
        List<Why.Input> inputs = row.changes().stream()
                .map(change -> Why.Input.given(field(change.field()), beforeAfter(change), ""))
                .toList();
        Why why = Why.finding(server(row.entry()), sentence(row), inputs);
        why = withRow(
                why, "difference.rowBefore", row.before(), page.comparison().older());
        why = withRow(why, "difference.rowAfter", row.after(), page.comparison().newer());
        return row.plans().isEmpty()
                ? why
                : why.withSection(Why.Section.of(texts.get("difference.restOnIt"), String.join("\n", row.plans())));
    }

    private String sentence(DifferenceRow row) {
        return switch (row.kind()) {
            case ADDED -> texts.get("difference.why.added");
            case REMOVED -> texts.get("difference.why.removed");
            case CHANGED -> texts.get("difference.why.changed", row.changes().size());
        };
    }

    private Why withRow(Why why, String title, Optional<CatalogEntry> entry, Export export) {
        return entry.map(known -> why.withSection(
                        Why.Section.of(texts.get(title), place(known.raw(), export) + "\n" + verbatim(known.raw()))))
                .orElse(why);
    }

    private String place(RawRow raw, Export export) {
        String file = raw.file().isEmpty() ? export.name() : raw.file();
        String row = Integer.toString(raw.row());
        // a text file has one sheet, which is called as the file
        return raw.sheet().equals(file)
                ? texts.get("difference.rowOfText", file, row)
                : texts.get("difference.row", file, raw.sheet(), row);
    }

    private static String verbatim(RawRow raw) {
        return raw.text().stream()
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" \u2502 "));
    }

    /** Explains a plan: each of its servers that is touched. */
    Why why(DifferencePage.PlanLine line, DifferencePage page) {
        EntryList.Entry entry = line.entry();
        Why why = Why.finding(entry.title(), entry.word() + ". " + entry.text(), List.of());
        if (!entry.note().isEmpty()) {
            why = why.withSection(Why.Section.of(texts.get("difference.whatToDo"), entry.note()));
        }
        if (line.check().plan() instanceof PlanSource.Found found
                && found.file().isPresent()) {
            why = why.withSection(Why.Section.of(
                    texts.get("difference.file"), found.file().get().toString()));
        }
        for (DifferenceRow row : page.rows()) {
            boolean touched = line.check().touched().stream()
                    .anyMatch(what -> row.before().stream()
                            .anyMatch(before -> what.removed().stream().anyMatch(other -> other == before)
                                    || what.changed().stream().anyMatch(other -> other.before() == before)));
            if (touched) {
                why = why.withSection(Why.Section.of(
                        texts.get("difference.touchedServer", kind(row.kind()), server(row.entry())), row.what()));
            }
        }
        return why;
    }
}
