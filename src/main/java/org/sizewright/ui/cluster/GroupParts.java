package org.sizewright.ui.cluster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.MeantGpus;
import org.sizewright.catalog.SystemClass;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Chassis;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.result.OptionResult;
import org.sizewright.session.SessionState;
import org.sizewright.session.TypedChassis;
import org.sizewright.sizing.ClusterFigures;
import org.sizewright.sizing.HostFigures;
import org.sizewright.ui.cluster.ClusterPage.GroupPart;
import org.sizewright.ui.cluster.ClusterPage.HostsPart;
import org.sizewright.ui.cluster.ClusterPage.ServerPart;
import org.sizewright.ui.cluster.ClusterPage.TypedPart;
import org.sizewright.ui.cluster.ClusterPage.Word;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/** Prepares what a group of hosts shows. */
final class GroupParts {
    private final Texts texts;
    private final SessionState state;
    private final Optional<OptionResult> result;

    GroupParts(Texts texts, SessionState state) {
        this.texts = texts;
        this.state = state;
        result = state.live();
    }

    GroupPart of(Cluster cluster, HostGroup group) {
        Optional<ResolvedGroup> resolved = resolved(group);
        Optional<CatalogEntry> entry = resolved.map(ResolvedGroup::server)
                .or(() -> state.catalog().flatMap(open -> open.catalog().find(group.server())));
        Optional<Gpu> gpu = state.library().gpu(group.gpu());
        Optional<Chassis> chassis = resolved.flatMap(ResolvedGroup::chassis);
        HostGroup.Typed typed = group.typed();
        String unknown = texts.get("cluster.typed.unknown");
        return new GroupPart(
                cluster.id(),
                group,
                server(group, entry),
                gpus(entry, gpu),
                gpu,
                hosts(cluster, group),
                typed(
                        typed.basePower().map(Watts::value),
                        chassis.map(Chassis::basePower).orElse(Fact.unknown()),
                        Watts::value,
                        "W",
                        unknown),
                typed(
                        typed.heightU().map(Integer::doubleValue),
                        chassis.map(Chassis::heightU).orElse(Fact.unknown()),
                        Integer::doubleValue,
                        "U",
                        unknown),
                typed(
                        typed.weight().map(Kilograms::value),
                        chassis.map(Chassis::weight).orElse(Fact.unknown()),
                        Kilograms::value,
                        "kg",
                        unknown),
                host(group),
                all(group),
                labelsInUse(),
                group.isExisting() || cluster.groups().size() > 1,
                entry.filter(server -> !typed.equals(HostGroup.Typed.NOTHING))
                        .map(server -> TypedChassis.of(server, chassis, typed))
                        .filter(record -> !state.library().chassis(record.id()).equals(Optional.of(record))));
    }

    /** What hosts and workloads of the plan are labelled with, and the two that are usual. */
    private List<String> labelsInUse() {
        List<String> names = new ArrayList<>(state.plan().labelsInUse());
        names.add(texts.get("cluster.labels.training"));
        names.add(texts.get("cluster.labels.inference"));
        return names.stream().distinct().toList();
    }

    private Optional<ResolvedGroup> resolved(HostGroup group) {
        return result.stream()
                .flatMap(done -> done.option().clusters().stream())
                .flatMap(cluster -> cluster.groups().stream())
                .filter(each -> each.group().id().equals(group.id())
                        && each.group().server().equals(group.server()))
                .findFirst();
    }

    private ServerPart server(HostGroup group, Optional<CatalogEntry> entry) {
        if (entry.isEmpty()) {
            return new ServerPart(
                    group.server().value(), List.of(new Word(texts.get("cluster.server.unknown"), Tone.ERROR)), false);
        }
        CatalogEntry server = entry.get();
        if (resolved(group).filter(each -> !each.listed()).isPresent()) {
            return new ServerPart(
                    server.vendor() + " " + server.model(),
                    List.of(existing(), new Word(texts.get("existing.ready.no"), Tone.WARN)),
                    true);
        }
        Word validation = new Word(
                server.validationText().isEmpty() ? texts.get("cluster.server.noValidation") : server.validationText(),
                switch (server.validation()) {
                    case CERTIFIED -> Tone.OK;
                    case NGC_READY, QUALIFIED -> Tone.INFO;
                    case UNKNOWN -> Tone.NEUTRAL;
                });
        Word system = new Word(
                server.systemClass().kind() == SystemClass.Kind.UNKNOWN
                        ? texts.get("cluster.server.noClass")
                        : server.systemClass().text(),
                Tone.NEUTRAL);
        return new ServerPart(
                server.vendor() + " " + server.model(),
                group.isExisting() ? List.of(existing(), validation, system) : List.of(validation, system),
                true);
    }

    private Word existing() {
        return new Word(texts.get("cluster.existing"), Tone.INFO);
    }

    private List<Gpu> gpus(Optional<CatalogEntry> entry, Optional<Gpu> chosen) {
        List<Gpu> gpus = new ArrayList<>(entry.map(server -> new MeantGpus(state.library()).of(server.gpu()))
                .orElse(List.of()));
        chosen.filter(gpu -> !gpus.contains(gpu)).ifPresent(gpus::addFirst);
        return gpus;
    }

    private HostsPart hosts(Cluster cluster, HostGroup group) {
        return switch (group.count()) {
            case HostCount.Fixed fixed ->
                new HostsPart(Optional.of(fixed.hosts()), Optional.empty(), texts.get("cluster.hosts.entered"));
            case HostCount.Auto ignored -> {
                Optional<Integer> found = result.flatMap(done -> row(done, group)
                        .flatMap(row -> number(done.figures().value(done.sizing().cluster.hosts, row)))
                        .map(Double::intValue));
                yield new HostsPart(
                        Optional.empty(),
                        found,
                        proof(cluster).map(this::words).orElse(texts.get("cluster.hosts.searching")));
            }
        };
    }

    private Optional<Proof> proof(Cluster cluster) {
        return result.stream()
                .flatMap(done -> done.placements().stream())
                .filter(placed -> placed.cluster().cluster().id().equals(cluster.id()))
                .findFirst()
                .flatMap(ClusterPlacement::proof);
    }

    private String words(Proof proof) {
        return switch (proof) {
            case Proof.Optimal ignored -> texts.get("cluster.hosts.optimal");
            case Proof.Between between -> texts.get("cluster.hosts.between", between.lower(), between.upper());
            case Proof.Mixture mixture ->
                texts.get(mixture.isProven() ? "cluster.hosts.mixed" : "cluster.hosts.mixed.open");
            case Proof.NotFound notFound -> texts.get("cluster.hosts.notFound", notFound.maximum());
            case Proof.CannotFit ignored -> texts.get("cluster.hosts.cannot");
        };
    }

    private <T> TypedPart typed(
            Optional<Double> typed, Fact<T> fact, Function<T, Double> number, String unit, String unknown) {
        Optional<Double> library = fact.asOptional().map(number);
        String said = library.map(value -> texts.get("cluster.typed.library", ValueText.number(value) + " " + unit))
                .orElse(typed.isPresent() ? texts.get("cluster.typed.noLibrary") : unknown);
        return new TypedPart(typed.map(BigDecimal::valueOf), library.map(BigDecimal::valueOf), said);
    }

    private List<Shown> host(HostGroup group) {
        if (result.isEmpty()) {
            return List.of();
        }
        OptionResult done = result.get();
        HostFigures host = done.sizing().demand.hosts;
        return row(done, group)
                .map(row -> List.of(
                        shown(done, host.gpusPerHost, row, "cluster.figure.gpus"),
                        shown(done, host.hostVcpu, row, "cluster.figure.vcpu"),
                        shown(done, host.hostMemory, row, "cluster.figure.memory"),
                        shown(done, host.hostPower, row, "cluster.figure.power"),
                        shown(done, host.height, row, "cluster.figure.height"),
                        shown(done, host.weight, row, "cluster.figure.weight")))
                .orElse(List.of());
    }

    private List<Shown> all(HostGroup group) {
        if (result.isEmpty()) {
            return List.of();
        }
        OptionResult done = result.get();
        ClusterFigures all = done.sizing().cluster;
        return row(done, group)
                .map(row -> List.of(
                        shown(done, all.gpus, row, "cluster.figure.gpus"),
                        shown(done, all.vcpu, row, "cluster.figure.vcpu"),
                        shown(done, all.memory, row, "cluster.figure.memory"),
                        shown(done, all.power, row, "cluster.figure.power"),
                        shown(done, all.heat, row, "cluster.figure.heat"),
                        shown(done, all.units, row, "cluster.figure.units"),
                        shown(done, all.weight, row, "cluster.figure.weight")))
                .orElse(List.of());
    }

    private Shown shown(OptionResult done, Figure figure, RowKey row, String label) {
        return Figures.shown(done.figures(), figure, row, texts.get(label));
    }

    /** The row of the group in the figures; names in it may be older than the plan. */
    private static Optional<RowKey> row(OptionResult done, HostGroup group) {
        return done.sizing().demand.hosts.rows.keys().stream()
                .filter(row -> row.id().equals(group.id().value()))
                .findFirst();
    }

    private static Optional<Double> number(Value value) {
        OptionalDouble number = value.asNumber();
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
