package org.sizewright.ui.catalog;

import static org.sizewright.ui.catalog.CatalogWords.number;
import static org.sizewright.ui.catalog.CatalogWords.verbatim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CheckAgain;
import org.sizewright.catalog.ClassOrigin;
import org.sizewright.catalog.GpuFlag;
import org.sizewright.catalog.GpuName;
import org.sizewright.catalog.ImportResult;
import org.sizewright.catalog.Note;
import org.sizewright.catalog.RawRow;
import org.sizewright.catalog.RowFate;
import org.sizewright.catalog.SystemClass;
import org.sizewright.catalog.Validation;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.result.servers.UseServer;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** Explains rows of the catalog: what stands in the file, how it was understood, and where the plan uses it. */
final class ServerWhy {
    private final Texts texts;
    private final CatalogWords words;
    private final ImportResult.Imported imported;
    private final LocalDate asOf;
    private final Optional<CheckAgain> check;

    /**
     * @param asOf the day for which the list holds
     * @param check when what it says is to be checked again
     */
    ServerWhy(CatalogWords words, ImportResult.Imported imported, LocalDate asOf, Optional<CheckAgain> check) {
        this.asOf = asOf;
        this.check = check;
        this.texts = words.texts();
        this.words = words;
        this.imported = imported;
    }

    /**
     * @param use called when the user wants the server in the live option
     * @param add called when the user wants it there beside the other hosts
     * @param compare called when the user wants to see it beside others
     */
    Why server(ServerRow row, Plan plan, Consumer<UseServer> use, Consumer<UseServer> add, Runnable compare) {
        CatalogEntry entry = row.entry();
        RowFate fate = imported.fate(entry.raw()).orElseThrow();
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(row(entry.raw(), fate));
        inputs.add(gpu(row));
        inputs.add(count(texts.get("catalog.maxGpus"), entry.maxGpu()));
        inputs.add(Why.Input.given(
                texts.get("catalog.cpu"),
                entry.cpu().isEmpty() ? words.unknown() : entry.cpu(),
                entry.maxCpu().isPresent()
                        ? texts.get("catalog.why.upTo", number(entry.maxCpu().getAsInt()))
                        : texts.get("catalog.why.cpusNotStated")));
        inputs.add(Why.Input.given(
                texts.get("catalog.validation"),
                words.validation(entry.validation()),
                entry.validationText().isEmpty()
                        ? texts.get("catalog.why.notStated")
                        : texts.get("catalog.why.asWritten", entry.validationText())));
        inputs.add(systemClass(entry.systemClass()));
        entry.extra().forEach((header, value) -> {
            if (!value.isBlank()) {
                inputs.add(Why.Input.given(words.extra(header), value, texts.get("catalog.why.column")));
            }
        });
        Why why = Why.finding(
                texts.get("catalog.why.title", entry.model(), entry.gpu().displayName()),
                fate instanceof RowFate.NeedsAttention needs ? texts.get("catalog.why.check", needs.why()) : "",
                inputs);
        why = withUse(why, row, plan, use, add)
                .withSection(Why.Section.of(texts.get("catalog.compare.title"), texts.get("catalog.compare.why"))
                        .withStep(texts.get("catalog.compare.add"), compare));
        why = withUsage(why, entry, plan);
        why = withAge(why, entry);
        return withNotes(why, fate);
    }

    /** @param show called with the entry that the user wants to see in the table */
    Why rest(RestRow row, Consumer<CatalogEntry> show) {
        RowFate fate = row.fate();
        Why why = Why.finding(
                texts.get("catalog.why.restTitle", number(fate.raw().row()), row.word()),
                row.reason(),
                List.of(row(fate.raw(), fate)));
        for (CatalogEntry entry : fate.entries()) {
            why = why.withSection(Why.Section.of(
                            texts.get("catalog.why.readAs"),
                            texts.get(
                                    "catalog.why.title",
                                    entry.model(),
                                    entry.gpu().displayName()))
                    .withStep(texts.get("catalog.why.show"), () -> show.accept(entry)));
        }
        if (fate instanceof RowFate.Merged merged) {
            why = why.withSection(
                    Why.Section.of(texts.get("catalog.why.into", number(merged.intoRow())), verbatim(merged.into())));
        }
        return withNotes(why, fate);
    }

    private Why.Input row(RawRow raw, RowFate fate) {
        String merged = imported.fates().stream()
                .filter(other -> other instanceof RowFate.Merged m && m.into().equals(raw))
                .map(other -> number(other.raw().row()))
                .collect(Collectors.joining(", "));
        return Why.Input.given(
                texts.get("catalog.why.row", number(raw.row()), raw.sheet()),
                words.fate(fate),
                verbatim(raw) + (merged.isEmpty() ? "" : ". " + texts.get("catalog.why.mergedHere", merged)));
    }

    private Why.Input gpu(ServerRow row) {
        GpuName name = row.entry().gpu();
        List<String> said = new ArrayList<>();
        said.add(
                switch (name.confidence()) {
                    case EXACT -> texts.get("catalog.why.gpu.exact", name.text());
                    case BY_FORM_COLUMN -> texts.get("catalog.why.gpu.byForm", name.text());
                    case AMBIGUOUS -> texts.get("catalog.why.gpu.open", name.text());
                    case UNKNOWN -> texts.get("catalog.why.gpu.unknown", name.text());
                });
        name.flags().stream().map(GpuFlag::text).forEach(said::add);
        said.add(
                switch (row.gpus().size()) {
                    case 0 -> texts.get("catalog.why.gpu.none");
                    case 1 ->
                        texts.get("catalog.why.gpu.one", row.gpus().getFirst().name());
                    default ->
                        texts.get(
                                "catalog.why.gpu.several",
                                words.anyOf(row.gpus().stream().map(Gpu::name).toList()));
                });
        return Why.Input.given(
                texts.get("catalog.gpu"),
                name.isKnown() ? name.displayName() : words.unknown(),
                String.join("; ", said));
    }

    private Why.Input count(String name, OptionalInt count) {
        return count.isPresent()
                ? Why.Input.given(name, number(count.getAsInt()), texts.get("catalog.why.column"))
                : Why.Input.given(name, words.unknown(), texts.get("catalog.why.notStated"));
    }

    private Why.Input systemClass(SystemClass systemClass) {
        return systemClass.kind() == SystemClass.Kind.UNKNOWN
                ? Why.Input.given(texts.get("catalog.class"), words.unknown(), texts.get("catalog.why.noClass"))
                : Why.Input.given(
                        texts.get("catalog.class"),
                        systemClass.text(),
                        systemClass.origin().map(this::origin).orElseGet(() -> texts.get("catalog.why.column")));
    }

    private String origin(ClassOrigin origin) {
        return origin.date()
                .map(date -> texts.get("catalog.why.classFrom", origin.text(), date.toString()))
                .orElse(origin.text());
    }

    private Why withUse(Why why, ServerRow row, Plan plan, Consumer<UseServer> use, Consumer<UseServer> add) {
        String letter = CatalogWords.letter(plan.live());
        String title = texts.get("catalog.use.title", letter);
        HostGroup group = UseServer.group(plan, plan.live()).orElse(null);
        if (group == null) {
            return why.withSection(Why.Section.of(title, texts.get("catalog.use.noHosts", letter)));
        }
        if (row.gpus().isEmpty()) {
            return why.withSection(Why.Section.of(title, texts.get("catalog.use.noGpu")));
        }
        if (row.gpus().size() == 1) {
            UseServer wanted =
                    new UseServer(plan.live(), row.entry(), row.gpus().getFirst());
            return why.withSection(
                            wanted.isDone(plan)
                                    ? Why.Section.of(title, texts.get("catalog.use.done", group.name()))
                                    : Why.Section.of(title, effect(wanted, group))
                                            .withStep(texts.get("catalog.use", letter), () -> use.accept(wanted)))
                    .withSection(beside(wanted, letter, add));
        }
        UseServer first = new UseServer(plan.live(), row.entry(), row.gpus().getFirst());
        Why asking = why.withSection(Why.Section.of(
                title, texts.get("catalog.use.ask", number(row.gpus().size())) + " " + effect(first, group)));
        for (Gpu gpu : row.gpus()) {
            UseServer wanted = new UseServer(plan.live(), row.entry(), gpu);
            String described =
                    texts.get("catalog.use.candidate", number(gpu.memory().nominalGb()), gpu.form());
            asking = asking.withSection(
                    wanted.isDone(plan)
                            ? Why.Section.of(gpu.name(), texts.get("catalog.use.done", group.name()))
                            : Why.Section.of(gpu.name(), described)
                                    .withStep(texts.get("catalog.use", letter), () -> use.accept(wanted)));
            asking = asking.withSection(beside(wanted, letter, add));
        }
        return asking;
    }

    /** As one more kind of hosts, the cheapest mixture of which is found. */
    private Why.Section beside(UseServer wanted, String letter, Consumer<UseServer> add) {
        return Why.Section.of(texts.get("catalog.add.title", letter), texts.get("catalog.add.effect"))
                .withStep(texts.get("catalog.add", letter), () -> add.accept(wanted));
    }

    private String effect(UseServer wanted, HostGroup group) {
        String effect = texts.get("catalog.use.effect", group.name(), number(wanted.gpusPerHost(group)));
        return group.typed().equals(HostGroup.Typed.NOTHING) ? effect : effect + " " + texts.get("catalog.use.clears");
    }

    private Why withUsage(Why why, CatalogEntry entry, Plan plan) {
        String usage = plan.options().stream()
                .flatMap(option -> option.clusters().stream()
                        .flatMap(cluster -> cluster.groups().stream())
                        .filter(group -> group.server().equals(entry.id()))
                        .map(group -> usage(option, group)))
                .collect(Collectors.joining("\n"));
        return usage.isEmpty() ? why : why.withSection(Why.Section.of(texts.get("catalog.why.inPlan"), usage));
    }

    private Why withAge(Why why, CatalogEntry entry) {
        List<String> old = check.stream()
                .flatMap(due -> Stream.concat(
                        entry.validation() == Validation.UNKNOWN ? Stream.empty() : due.validation(asOf).stream(),
                        due.systemClass(entry.systemClass()).stream()))
                .toList();
        return old.isEmpty()
                ? why
                : why.withSection(Why.Section.of(
                        texts.get("catalog.why.again"),
                        String.join(" ", old) + " "
                                + texts.get(
                                        "catalog.why.againAfter",
                                        check.map(due -> due.age().toTotalMonths())
                                                .orElse(0L),
                                        check.map(due -> due.reference().toString())
                                                .orElse(""))));
    }

    private String usage(Option option, HostGroup group) {
        String letter = CatalogWords.letter(option.id());
        return switch (group.count()) {
            case HostCount.Fixed fixed -> texts.get("catalog.why.usage", letter, group.name(), fixed.hosts());
            case HostCount.Auto ignored -> texts.get("catalog.why.usageAuto", letter, group.name());
        };
    }

    private Why withNotes(Why why, RowFate fate) {
        String attention = fate instanceof RowFate.NeedsAttention needs ? needs.why() : "";
        String notes = imported.notes().stream()
                .filter(note -> note.row() == fate.raw().row())
                .map(Note::sentence)
                .filter(sentence -> !attention.contains(sentence))
                .distinct()
                .collect(Collectors.joining("\n"));
        return notes.isEmpty() ? why : why.withSection(Why.Section.of(texts.get("catalog.why.notes"), notes));
    }
}
