package org.sizewright.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.catalog.ImportResult.Imported;

/**
 * An import as JSON: {@code entries}, {@code merged}, {@code skipped}, {@code attention}, all by row number, and the {@code header}'s
 * row. What is unknown is null.
 */
public final class ImportReport {
    private ImportReport() {}

    /** The account of one list. Where it was put together from several files every row also names its file. */
    public static ObjectNode toJson(Imported imported) {
        return toJson(imported, imported.files().size() > 1, false);
    }

    /**
     * The account of an import. Lists of certified systems add {@code certified}, the fates of their rows, and {@code join}, what
     * they had in common with the list; every row then names its file, and entries their class.
     */
    public static ObjectNode toJson(ImportJob.Done done) {
        boolean several = !done.certified().isEmpty() || done.list().files().size() > 1;
        boolean classes = !done.certified().isEmpty()
                || done.list().entries().stream()
                        .anyMatch(entry -> entry.systemClass()
                                .origin()
                                .filter(origin -> origin.source() != ClassOrigin.Source.COLUMN)
                                .isPresent());
        ObjectNode report = toJson(done.list(), several, classes);
        if (!done.certified().isEmpty()) {
            ArrayNode certified = report.putArray("certified");
            done.certified().forEach(list -> certified.add(toJson(list)));
            report.set("join", toJson(done.join()));
        }
        return report;
    }

    private static ObjectNode toJson(Imported imported, boolean files, boolean classes) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = report.putArray("entries");
        for (CatalogEntry entry : imported.entries()) {
            ObjectNode node = entries.addObject();
            put(node, entry);
            if (files) {
                node.put("file", file(entry.raw(), imported.fileName()));
            }
            if (classes) {
                put(node, entry.systemClass());
            }
        }
        putFates(report, imported.fates(), files, imported.fileName());
        if (files) {
            ArrayNode parts = report.putArray("files");
            for (String name : imported.files()) {
                parts.add(account(
                        name.isEmpty() ? imported.fileName() : name,
                        imported.fates().stream()
                                .filter(fate -> fate.raw().file().equals(name))
                                .toList()));
            }
        }
        return report;
    }

    private static ObjectNode account(String name, List<RowFate> fates) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.put("file", name);
        part.put("rows", fates.size());
        part.put("header", count(fates, RowFate.Header.class));
        part.put("kept", count(fates, RowFate.Kept.class));
        part.put("merged", count(fates, RowFate.Merged.class));
        part.put("skipped", count(fates, RowFate.Skipped.class));
        part.put("attention", count(fates, RowFate.NeedsAttention.class));
        return part;
    }

    private static long count(List<RowFate> fates, Class<? extends RowFate> kind) {
        return fates.stream().filter(kind::isInstance).count();
    }

    private static ObjectNode toJson(CertifiedList list) {
        ObjectNode node = account(list.fileName(), list.fates());
        putFates(node.putObject("fates"), list.fates(), true, list.fileName());
        return node;
    }

    private static ObjectNode toJson(ClassJoin join) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("matched", join.matched().size());
        ArrayNode proposed = node.putArray("proposed");
        join.proposals().forEach(one -> proposed.add(one.entry().id().value()));
        ArrayNode onlyInList = node.putArray("onlyInCatalog");
        join.onlyInList().forEach(entry -> onlyInList.add(entry.id().value()));
        ArrayNode onlyCertified = node.putArray("onlyInCertified");
        join.onlyCertified().forEach(entry -> onlyCertified.add(entry.id().value()));
        ArrayNode contradicting = node.putArray("contradicting");
        join.contradictions().forEach(one -> contradicting.add(one.entry().id().value()));
        return node;
    }

    private static void putFates(ObjectNode report, List<RowFate> fates, boolean files, String fileName) {
        ArrayNode merged = report.putArray("merged");
        ArrayNode skipped = report.putArray("skipped");
        ArrayNode attention = report.putArray("attention");
        boolean headerSeen = false;
        for (RowFate fate : fates) {
            int row = fate.raw().row();
            switch (fate) {
                case RowFate.Header ignored -> {
                    if (!headerSeen) {
                        report.put("header", row);
                    }
                    headerSeen = true;
                }
                case RowFate.Kept ignored -> {
                    // its entries are listed
                }
                case RowFate.Merged one -> {
                    if (files) {
                        place(merged.addObject(), one.raw(), fileName)
                                .put("intoRow", one.intoRow())
                                .put("intoFile", file(one.into(), fileName));
                    } else {
                        merged.add(row);
                    }
                }
                case RowFate.Skipped skip ->
                    place(skipped.addObject(), skip.raw(), files ? fileName : "")
                            .put("reason", skip.reason().text());
                case RowFate.NeedsAttention needs ->
                    place(attention.addObject(), needs.raw(), files ? fileName : "")
                            .put("why", needs.why());
            }
        }
    }

    private static ObjectNode place(ObjectNode node, RawRow raw, String fileName) {
        node.put("row", raw.row());
        if (!fileName.isEmpty()) {
            node.put("file", file(raw, fileName));
        }
        return node;
    }

    private static String file(RawRow raw, String fileName) {
        return raw.file().isEmpty() ? fileName : raw.file();
    }

    private static void put(ObjectNode node, SystemClass known) {
        put(node, "class", Optional.of(known.text()).filter(text -> !text.isEmpty()));
        put(node, "classKind", Optional.of(known.kind().name()));
        put(node, "classSource", known.origin().map(ClassOrigin::text));
        put(node, "classDate", known.origin().flatMap(ClassOrigin::date).map(LocalDate::toString));
    }

    /** Puts what every report says about an entry. */
    static void put(ObjectNode node, CatalogEntry entry) {
        node.put("row", entry.raw().row());
        node.put("vendor", entry.vendor());
        node.put("model", entry.model());
        put(node, "gpu", entry.gpu().chip());
        put(node, "form", entry.gpu().form().map(GpuForm::text));
        put(node, "memoryGb", entry.gpu().memoryGb());
        put(node, "maxGpu", entry.maxGpu());
        put(node, "cpu", Optional.of(entry.cpu()).filter(cpu -> !cpu.isEmpty()));
        put(node, "maxCpu", entry.maxCpu());
        node.put("validation", entry.validation().name());
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
    }

    private static void put(ObjectNode node, String name, OptionalInt value) {
        if (value.isPresent()) {
            node.put(name, value.getAsInt());
        } else {
            node.putNull(name);
        }
    }
}
