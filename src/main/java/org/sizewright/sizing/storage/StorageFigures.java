package org.sizewright.sizing.storage;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.Workload;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.Facts;

/**
 * Storage by purpose, one row per workload, in GiB; in total in TiB. What nobody stated is unknown: a sum over it says "at least".
 * A machine counts with what the best value of the demand asks for.
 */
public final class StorageFigures {
    private static final Source AS_LOADED =
            Source.of("A model lies on disk as it is loaded", "", "", Evidence.INFERRED);
    private static final Source AS_PUBLISHED =
            Source.of("A model that is trained further lies on disk in 16 bit", "", "", Evidence.INFERRED);
    private static final Source SUMS = Source.of("Sum of what is kept, by purpose", "", "", Evidence.INFERRED);
    private static final Source FREE =
            Source.of("So large that the reserve stays free when everything is kept", "", "", Evidence.INFERRED);
    private static final Source ONE = Source.of("assumed: one, as nothing is stated", "", "", Evidence.INFERRED);
    private static final Source A_USER_EACH = Source.of("assumed: one user for each VM", "", "", Evidence.INFERRED);
    private static final Source NO_HOMES =
            Source.of("assumed: none, as workloads of this kind have no home directories", "", "", Evidence.INFERRED);
    private static final Source USUAL_RESERVE =
            Source.of("assumed by Sizewright, no vendor's number", "", "", Evidence.INFERRED);
    private static final Formula SIXTEEN_BIT = Formula.constant(2, Unit.BYTE);

    public final Rows rows;
    public final Figure versions;
    public final Figure copies;
    /** VMs of each workload. */
    public final Figure machines;

    private final Map<Purpose, Figure> byPurpose = new LinkedHashMap<>();
    private final Map<Purpose, Figure> totals = new LinkedHashMap<>();

    /** Share of the datastore that stays free. */
    public final Figure reserve;
    /** What is kept. */
    public final Figure kept;
    /** The datastore that it takes. */
    public final Figure datastore;

    private final Map<RowKey, Workload> workloads = new LinkedHashMap<>();
    private final FigureBook.Scope w;

    /** Goes on with the figures of the demand. */
    public StorageFigures(FigureBook.Builder book, Demand demand, StorageTerms terms) {
        demand.llm
                .rows
                .keys()
                .forEach(row -> workloads.put(row, demand.llm.subject(row).workload()));
        demand.retrieval.ifPresent(all -> all.rows
                .keys()
                .forEach(row -> workloads.put(row, all.subject(row).search().workload())));
        demand.training.ifPresent(all -> all.rows
                .keys()
                .forEach(row -> workloads.put(row, all.subject(row).workload())));
        demand.vms
                .rows
                .keys()
                .forEach(row -> workloads.put(row, demand.vms.subject(row).workload()));
        rows = new Rows("storage", "Storage of a workload", List.copyOf(workloads.keySet()));
        w = book.over(rows);
        versions =
                assumed("model_versions", "Versions of a model that stay", "modelVersions", DiskNeeds::modelVersions);
        copies = assumed("model_copies", "Copies of a version", "modelCopies", DiskNeeds::modelCopies);
        machines = w.define("storage_vms", Unit.COUNT, "VMs", machines(demand).inLane(Lane.VALUE));
        byPurpose(demand);
        FigureBook.Scope all = book.single();
        byPurpose.forEach((purpose, figure) -> totals.put(
                purpose,
                all.define(
                        "storage_all_" + purpose.id(),
                        Unit.TIB,
                        purpose.title() + " of all workloads",
                        figure.sum(),
                        SUMS)));
        reserve = all.input(
                "storage_reserve",
                Unit.PERCENT,
                "Share of the datastore that stays free",
                Range.of(0, StorageTerms.MOST_RESERVE),
                row -> terms.reserve().isPresent()
                        ? Given.input(terms.reserve().getAsInt(), terms.path())
                        : Given.assumed(StorageTerms.USUAL_RESERVE, terms.path(), USUAL_RESERVE));
        kept = all.output(
                "storage_kept",
                Unit.TIB,
                "Storage in use",
                sum(byPurpose.values().stream().map(Figure::sum).toList()),
                SUMS);
        datastore = all.output(
                "storage_datastore",
                Unit.TIB,
                "Datastore",
                kept.dividedBy(Formula.constant(1).minus(reserve)),
                FREE);
    }

    private void byPurpose(Demand demand) {
        Formula weights = over(demand.llm.rows, demand.llm.weights);
        if (demand.retrieval.isPresent()) {
            Map<RowKey, List<RowKey>> models = new HashMap<>();
            rows.keys()
                    .forEach(
                            row -> models.put(row, demand.retrieval.get().models.rowsOf(row)));
            weights = weights.plus(demand.retrieval.get().models.weights.sumOver(models));
        }
        Formula kept = weights.times(versions).times(copies);
        if (demand.training.isPresent()) {
            Figure parameters = demand.training.get().memory.trained.parameters;
            Figure base = w.define(
                    "storage_base_model",
                    Unit.GIB,
                    "Model that is trained further",
                    over(demand.training.get().rows, parameters).times(SIXTEEN_BIT),
                    AS_PUBLISHED);
            kept = kept.plus(base);
        }
        define(Purpose.WEIGHTS, kept.inLane(Lane.VALUE), AS_LOADED);
        demand.training.ifPresent(training -> define(
                Purpose.CHECKPOINTS,
                over(training.rows, training.memory.result.disk).inLane(Lane.VALUE),
                SUMS));
        demand.retrieval.ifPresent(retrieval -> define(
                Purpose.VECTORS, over(retrieval.rows, retrieval.database.disk).inLane(Lane.VALUE), SUMS));
        Figure users = w.input(
                "storage_users",
                Unit.COUNT,
                "Users with a home directory",
                Range.of(0, DiskNeeds.MOST_USERS),
                this::users);
        Figure home = gb("home_gb", "A home directory", "homeGb", DiskNeeds::homeGb);
        define(
                Purpose.HOMES,
                Formula.when(users.moreThan(Formula.constant(0)), users.times(home), Formula.constant(0, Unit.GB)),
                SUMS);
        Figure disk = gb("disk_gb", "Disks of a VM", "diskGb", DiskNeeds::diskGb);
        define(Purpose.DISKS, machines.times(disk), SUMS);
        Figure images = gb("images_gb", "Container images of the workload", "imagesGb", DiskNeeds::imagesGb);
        define(Purpose.IMAGES, images, SUMS);
    }

    private void define(Purpose purpose, Formula formula, Source source) {
        byPurpose.put(purpose, w.define("storage_" + purpose.id(), Unit.GIB, purpose.title(), formula, source));
    }

    private Formula machines(Demand demand) {
        Formula sum = over(demand.llm.rows, demand.llm.replicas).plus(over(demand.vms.rows, demand.vms.count));
        if (demand.retrieval.isPresent()) {
            sum = sum.plus(over(demand.retrieval.get().rows, demand.retrieval.get().vms));
        }
        return demand.training.isPresent()
                ? sum.plus(over(demand.training.get().rows, demand.training.get().vms))
                : sum;
    }

    /** The figure of a kind of workload in the rows of all; nothing for other kinds. */
    private Formula over(Rows kind, Figure figure) {
        Map<RowKey, List<RowKey>> of = new HashMap<>();
        rows.keys().forEach(row -> of.put(row, kind.keys().contains(row) ? List.of(row) : List.of()));
        return figure.sumOver(of);
    }

    private Figure assumed(String id, String title, String field, Function<DiskNeeds, Optional<Integer>> stated) {
        return w.input(
                "storage_" + id,
                Unit.COUNT,
                title,
                Range.of(1, DiskNeeds.MOST_VERSIONS),
                row -> stated.apply(needs(row))
                        .map(number -> Given.input(number, path(row, field)))
                        .orElseGet(() -> Given.assumed(1, path(row, field), ONE)));
    }

    private Given users(RowKey row) {
        String path = path(row, "users");
        return needs(row).users().map(number -> Given.input(number, path)).orElseGet(() -> switch (workload(row)) {
            case Workload.GpuVms vms -> Given.assumed(vms.count(), path, A_USER_EACH);
            default -> Given.assumed(0, path, NO_HOMES);
        });
    }

    private Figure gb(String id, String title, String field, Function<DiskNeeds, Optional<Double>> stated) {
        return w.input(
                "storage_" + id,
                Unit.GB,
                title,
                Range.of(0, DiskNeeds.MOST_GB),
                row -> Facts.typedOrUnknown(stated.apply(needs(row)), path(row, field), title));
    }

    private DiskNeeds needs(RowKey row) {
        return workload(row).terms().disk();
    }

    private Workload workload(RowKey row) {
        return Optional.ofNullable(workloads.get(row)).orElseThrow();
    }

    private String path(RowKey row, String field) {
        return "/workloads/" + workload(row).id() + "/storage/" + field;
    }

    private static Formula sum(List<? extends Formula> parts) {
        Formula sum = parts.getFirst();
        for (Formula part : parts.subList(1, parts.size())) {
            sum = sum.plus(part);
        }
        return sum;
    }

    /** What is kept for that purpose, by workload; empty where no workload keeps such. */
    public Optional<Figure> of(Purpose purpose) {
        return Optional.ofNullable(byPurpose.get(purpose));
    }

    /** The figures by workload, in reading order of the purposes. */
    public Map<Purpose, Figure> byPurpose() {
        return Collections.unmodifiableMap(byPurpose);
    }

    /** The same of all workloads together, in TiB; unknown where it is of none. */
    public Map<Purpose, Figure> totals() {
        return Collections.unmodifiableMap(totals);
    }
}
