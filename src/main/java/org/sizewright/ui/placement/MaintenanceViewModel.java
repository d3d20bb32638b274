package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.figure.ValueText;
import org.sizewright.library.VmotionStun;
import org.sizewright.placement.HostFailure.Certainty;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.placement.maintenance.Departure;
import org.sizewright.placement.maintenance.HostMaintenance;
import org.sizewright.placement.maintenance.Standstill;
import org.sizewright.placement.maintenance.Way;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.PlanEdit;
import org.sizewright.result.MaintenanceSubject;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.placement.MaintenancePage.HostChoice;
import org.sizewright.ui.placement.MaintenancePage.Owner;
import org.sizewright.ui.placement.MaintenancePage.Row;
import org.sizewright.ui.placement.PlacementPage.Verdict;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** How each host of a cluster is emptied for maintenance. */
final class MaintenanceViewModel {
    private final Workspace workspace;
    private final Texts texts;
    private final LatestAnswer answers;
    private final ReadOnlyObjectWrapper<Optional<MaintenancePage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OptionResult> result = Optional.empty();
    private List<ClusterSubject> clusters = List.of();
    private Optional<ClusterSubject> cluster = Optional.empty();
    private List<HostMaintenance> hosts = List.of();
    private int host;
    private Optional<Owner> workload = Optional.empty();

    MaintenanceViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        texts = workspace.texts();
        answers = new LatestAnswer(worker, owner);
    }

    ReadOnlyObjectProperty<Optional<MaintenancePage>> page() {
        return page.getReadOnlyProperty();
    }

    void show(Optional<OptionResult> next) {
        result = next;
        clusters = ClusterSubject.of(texts, next);
        cluster =
                ClusterSubject.chosen(clusters, cluster.map(ClusterSubject::id).orElse(""));
        workOut();
    }

    void hide() {
        answers.cancel();
    }

    void choose(ClusterSubject other) {
        cluster = Optional.of(other);
        host = 0;
        workOut();
    }

    void choose(HostChoice other) {
        host = other.host();
        prepare();
    }

    void choose(Owner other) {
        workload = Optional.of(other);
        prepare();
    }

    /** Changes how the machines of the workload that is shown reach their whole GPUs. */
    void reach(GpuAccess access) {
        if (workload.isEmpty() || result.isEmpty() || workload.get().access() == access) {
            return;
        }
        Owner owner = workload.get();
        OptionId option = result.get().option().option().id();
        workspace.edit(PlanEdit.of(
                texts.get("maintenance.edit", owner.name(), access.words()),
                plan -> plan.option(option)
                        .flatMap(found -> found.assignment(owner.id())
                                .map(assignment ->
                                        plan.withOption(found.withAssignment(assignment.withAccess(access)))))
                        .orElse(plan)));
    }

    private void workOut() {
        hosts = List.of();
        if (cluster.isEmpty() || result.isEmpty()) {
            hide();
            page.set(Optional.empty());
            return;
        }
        ClusterSubject subject = cluster.get();
        OptionResult option = result.get();
        host = Math.min(host, subject.problem().hostCount() - 1);
        Optional<List<HostMaintenance>> known = Optional.ofNullable(
                option.maintenance().get(subject.placed().cluster().cluster().id()));
        if (known.isPresent()) {
            answers.cancel();
            hosts = known.get();
            prepare();
            return;
        }
        prepare();
        answers.<List<HostMaintenance>>ask(
                (wanted, tell) -> {
                    var each = MaintenanceSubject.of(option.plan(), option.option(), subject.placed())
                            .with(ProvenHosts.orFirstFit(1, () -> !wanted.getAsBoolean()));
                    List<HostMaintenance> found = new ArrayList<>();
                    for (int number = 0; number < subject.problem().hostCount() && wanted.getAsBoolean(); number++) {
                        found.add(each.apply(number));
                    }
                    tell.accept(found);
                },
                found -> {
                    hosts = found;
                    prepare();
                });
    }

    private void prepare() {
        page.set(cluster.flatMap(subject -> result.map(option -> page(subject, option))));
    }

    private MaintenancePage page(ClusterSubject subject, OptionResult option) {
        List<HostChoice> choices = IntStream.range(0, subject.problem().hostCount())
                .mapToObj(number -> new HostChoice(number, hostText(subject, number)))
                .toList();
        List<Owner> owners = option.option().assignments().stream()
                .filter(each -> each.cluster().equals(subject.placed().cluster()))
                .filter(each -> each.share() instanceof GpuShare.Whole)
                .map(each -> new Owner(
                        each.workload().workload().id(),
                        each.workload().workload().name(),
                        each.access()))
                .toList();
        workload = workload.flatMap(old -> owners.stream()
                        .filter(each -> each.id().equals(old.id()))
                        .findFirst())
                .or(() -> owners.stream().findFirst());
        MaintenanceSubject maintenance = MaintenanceSubject.of(option.plan(), option.option(), subject.placed());
        Optional<HostMaintenance> shown = host < hosts.size() ? Optional.of(hosts.get(host)) : Optional.empty();
        return new MaintenancePage(
                clusters,
                subject,
                choices,
                choices.get(host),
                all(),
                shown.map(this::verdict),
                shown.map(this::total).orElse(texts.get("maintenance.working")),
                remark(maintenance, shown),
                owners,
                workload,
                shown.map(each -> each.departures().stream()
                                .map(departure -> row(subject, maintenance, departure))
                                .toList())
                        .orElse(List.of()));
    }

    private String hostText(ClusterSubject subject, int number) {
        String name = subject.placed().hostName(number);
        return number < hosts.size() && !hosts.get(number).isPossible()
                ? texts.get("maintenance.host.blocked", name)
                : name;
    }

    private Optional<Verdict> all() {
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        long possible = hosts.stream().filter(HostMaintenance::isPossible).count();
        return Optional.of(
                possible == hosts.size()
                        ? new Verdict(texts.get("maintenance.all", hosts.size()), Tone.OK)
                        : new Verdict(texts.get("maintenance.some", possible, hosts.size()), Tone.WARN));
    }

    private Verdict verdict(HostMaintenance shown) {
        int stay = shown.obstacles().size();
        if (stay == 0) {
            return new Verdict(texts.get("maintenance.possible"), Tone.OK);
        }
        return new Verdict(
                texts.get(
                        shown.certainty() == Certainty.RULED_OUT ? "maintenance.blocked" : "maintenance.blocked.open",
                        stay),
                Tone.ERROR);
    }

    private String total(HostMaintenance shown) {
        if (shown.departures().isEmpty()) {
            return texts.get("maintenance.empty");
        }
        String sum = shown.standstillSeconds().isPresent()
                ? texts.get("maintenance.sum", seconds(shown.standstillSeconds().getAsDouble()))
                : texts.get("maintenance.sum.unknown");
        return texts.get(
                        "maintenance.total",
                        shown.leaving(Way.VMOTION),
                        shown.leaving(Way.COLD_MIGRATION),
                        shown.leaving(Way.SHUT_DOWN))
                + (shown.leaving(Way.VMOTION) > 0 ? " " + sum : "");
    }

    private String remark(MaintenanceSubject maintenance, Optional<HostMaintenance> shown) {
        Optional<VmotionStun> table = maintenance.standstills().measured();
        boolean slow = shown.stream()
                .flatMap(each -> each.departures().stream())
                .anyMatch(each -> maintenance.standstills().isBeyondLimit(each.standstill()));
        return table.map(stun -> (maintenance.standstills().gbps().isPresent()
                                ? texts.get(
                                        "maintenance.gbps",
                                        ValueText.number(
                                                maintenance.standstills().gbps().getAsDouble()))
                                : texts.get("maintenance.gbps.unknown", ValueText.number(stun.gbps())))
                        + (slow ? " " + texts.get("maintenance.limit", ValueText.number(stun.limitSeconds())) : ""))
                .orElse("");
    }

    private static String seconds(double number) {
        return ValueText.number(number, 0);
    }

    private Row row(ClusterSubject subject, MaintenanceSubject maintenance, Departure departure) {
        GpuAccess access = maintenance.machines().of(departure.vm().vmClass());
        boolean without = departure.vm().gpus().isEmpty();
        boolean stays = departure.obstacle().isPresent();
        String standstill = switch (departure.standstill()) {
            case Standstill.None none -> "";
            case Standstill.Estimate estimate ->
                texts.get(
                        estimate.basis().isEmpty() ? "maintenance.seconds" : "maintenance.seconds.about",
                        seconds(estimate.seconds()));
            case Standstill.Unknown unknown -> texts.get("maintenance.unknown");
        };
        double sortedBy = departure.standstill() instanceof Standstill.Estimate estimate ? estimate.seconds() : -1;
        return new Row(
                departure,
                subject.names().vm(departure.vm()),
                without ? texts.get("placement.noGpu") : access.words(),
                stays ? texts.get("maintenance.stays") : word(departure.way()),
                departure
                        .target()
                        .map(target -> subject.placed().hostName(target.host()))
                        .orElse(""),
                stays ? "" : standstill,
                sortedBy,
                tone(maintenance, departure),
                stays,
                departure
                        .obstacle()
                        .map(RefusedVm.Reason::words)
                        .map(subject.names()::named)
                        .orElseGet(() -> note(maintenance, departure)));
    }

    private static Tone tone(MaintenanceSubject maintenance, Departure departure) {
        if (departure.obstacle().isPresent()) {
            return Tone.ERROR;
        }
        if (departure.way() != Way.VMOTION || maintenance.standstills().isBeyondLimit(departure.standstill())) {
            return Tone.WARN;
        }
        return Tone.OK;
    }

    private String word(Way way) {
        return switch (way) {
            case VMOTION -> texts.get("maintenance.way.vmotion");
            case COLD_MIGRATION -> texts.get("maintenance.way.cold");
            case SHUT_DOWN -> texts.get("maintenance.way.off");
        };
    }

    private String note(MaintenanceSubject maintenance, Departure departure) {
        return Stream.of(departure.comesBack().orElse(""), basis(maintenance, departure))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String basis(MaintenanceSubject maintenance, Departure departure) {
        return switch (departure.standstill()) {
            case Standstill.None none -> "";
            case Standstill.Unknown unknown -> unknown.why();
            case Standstill.Estimate estimate -> {
                String basis = estimate.basis().stream()
                        .sorted()
                        .map(Standstill.Basis::words)
                        .collect(Collectors.joining(", "));
                String limit =
                        maintenance.standstills().isBeyondLimit(estimate) ? texts.get("maintenance.note.limit") : "";
                yield basis.isEmpty()
                        ? limit
                        : texts.get("maintenance.note.estimate", basis) + (limit.isEmpty() ? "" : " " + limit);
            }
        };
    }

    /** Says in the Why pane how the machine leaves, and what that rests on. */
    void explain(Row row) {
        cluster.flatMap(subject ->
                        result.map(option -> MaintenanceSubject.of(option.plan(), option.option(), subject.placed())))
                .ifPresent(maintenance -> {
                    List<Why.Input> inputs = new ArrayList<>();
                    inputs.add(Why.Input.given(texts.get("maintenance.column.access"), row.access(), ""));
                    inputs.add(Why.Input.given(texts.get("maintenance.column.way"), row.way(), ""));
                    if (!row.target().isEmpty()) {
                        inputs.add(Why.Input.given(texts.get("maintenance.column.target"), row.target(), ""));
                    }
                    if (!row.standstill().isEmpty()) {
                        inputs.add(Why.Input.given(texts.get("maintenance.column.standstill"), row.standstill(), ""));
                    }
                    Why why = Why.finding(row.name(), row.note(), inputs)
                            .withSection(Why.Section.of(
                                    texts.get("maintenance.why.way"),
                                    switch (row.departure().way()) {
                                        case VMOTION -> texts.get("maintenance.why.vmotion");
                                        case COLD_MIGRATION -> texts.get("maintenance.why.cold");
                                        case SHUT_DOWN -> texts.get("maintenance.why.off");
                                    }));
                    if (row.departure().standstill() instanceof Standstill.Estimate) {
                        why = why.withSection(Why.Section.of(
                                texts.get("maintenance.column.standstill"),
                                maintenance.standstills().measured().stream()
                                        .map(this::table)
                                        .findFirst()
                                        .orElse("")));
                    }
                    workspace.explain(why);
                });
    }

    private String table(VmotionStun stun) {
        String rows = stun.rows().stream()
                .map(row -> texts.get(
                        "maintenance.table.row",
                        ValueText.number(row.frameBufferGb()),
                        ValueText.number(row.seconds())))
                .collect(Collectors.joining(", "));
        return stun.title() + ": " + rows + "."
                + stun.worstCase().map(words -> " " + words + ".").orElse("")
                + stun.later().map(words -> " " + words + ".").orElse("")
                + stun.notes().map(words -> " " + words).orElse("");
    }
}
