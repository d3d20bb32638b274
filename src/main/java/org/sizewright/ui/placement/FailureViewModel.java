package org.sizewright.ui.placement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.placement.FailureTable;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.placement.PlacementPage.Verdict;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** Every failure of one host, or of two at once, of a cluster, whatever it tolerates. */
final class FailureViewModel {
    /** So many hosts that fail alike are named in the Why pane. */
    private static final int NAMED = 20;

    private final Workspace workspace;
    private final Texts texts;
    private final PlacementWhy why;
    private final LatestAnswer answers;
    private final ReadOnlyObjectWrapper<Optional<FailurePage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChosenCluster cluster;
    private int hostsAtOnce = 1;

    FailureViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        texts = workspace.texts();
        cluster = new ChosenCluster(texts);
        why = new PlacementWhy(workspace);
        answers = new LatestAnswer(worker, owner);
    }

    ReadOnlyObjectProperty<Optional<FailurePage>> page() {
        return page.getReadOnlyProperty();
    }

    /** Works the failures out, unless that was done for these machines in these places. */
    void show(Optional<OptionResult> result) {
        boolean same = cluster.show(result)
                && page.get().filter(shown -> !shown.working()).isPresent();
        if (!same) {
            workOut();
        }
    }

    void hide() {
        answers.cancel();
    }

    void choose(ClusterSubject other) {
        cluster.choose(other);
        workOut();
    }

    /** @param hosts 1 or 2 */
    void fail(int hosts) {
        hostsAtOnce = hosts;
        workOut();
    }

    /** Keeps what is known so far. */
    void stop() {
        answers.cancel();
        page.get()
                .ifPresent(shown -> page.set(Optional.of(new FailurePage(
                        shown.clusters(),
                        shown.cluster(),
                        shown.hostsAtOnce(),
                        false,
                        shown.verdict(),
                        texts.get("failures.stopped"),
                        shown.rows()))));
    }

    void workOut() {
        if (cluster.subject().isEmpty()) {
            hide();
            page.set(Optional.empty());
            return;
        }
        ClusterSubject subject = cluster.subject().get();
        List<ClusterSubject> all = cluster.all();
        int hosts = Math.min(hostsAtOnce, subject.problem().hostCount());
        page.set(Optional.of(new FailurePage(
                cluster.all(),
                subject,
                hostsAtOnce,
                true,
                Optional.empty(),
                texts.get("failures.working"),
                List.of())));
        answers.<FailurePage>ask(
                (wanted, tell) -> {
                    FailureTable table = FailureTable.of(
                            ProvenHosts.orFirstFit(1, () -> !wanted.getAsBoolean()),
                            subject.problem(),
                            subject.placed().placement(),
                            hosts,
                            wanted,
                            part -> tell.accept(page(all, subject, part, true)));
                    tell.accept(page(all, subject, table, false));
                },
                answer -> page.set(Optional.of(answer)));
    }

    private FailurePage page(List<ClusterSubject> all, ClusterSubject subject, FailureTable table, boolean working) {
        int answered = table.rows().stream().mapToInt(row -> row.sets().size()).sum();
        String remark = working
                ? texts.get("failures.working.part", answered, table.sets())
                : texts.get("failures.kinds", table.sets(), table.rows().size())
                        + subject.placed()
                                .slot()
                                .map(slot -> " "
                                        + texts.get("failures.slot", slot.time().brief()))
                                .orElse("");
        return new FailurePage(
                all,
                subject,
                hostsAtOnce,
                working,
                Optional.of(verdict(table)),
                remark,
                table.rows().stream().map(row -> row(subject, row)).toList());
    }

    private Verdict verdict(FailureTable table) {
        int bad = table.setsNotSurvived();
        if (bad == 0) {
            return new Verdict(texts.get("failures.all", table.hostsAtOnce(), table.sets()), Tone.OK);
        }
        int proven = table.notSurvived().stream()
                .filter(row -> row.failure().isRuledOut())
                .mapToInt(row -> row.sets().size())
                .sum();
        return new Verdict(texts.get("failures.some", bad, table.sets(), proven), Tone.ERROR);
    }

    private FailurePage.Row row(ClusterSubject subject, FailureTable.Row row) {
        HostFailure failure = row.failure();
        Verdict verdict = switch (failure.certainty()) {
            case PLANNED ->
                failure.down().isEmpty()
                        ? new Verdict(texts.get("failures.survived"), Tone.OK)
                        : new Verdict(texts.get("failures.survived.down"), Tone.INFO);
            case NOT_FOUND -> new Verdict(texts.get("failures.open"), Tone.ERROR);
            case RULED_OUT -> new Verdict(texts.get("failures.proven"), Tone.ERROR);
        };
        var missing = failure.lost().isEmpty() ? failure.down() : failure.lost();
        Map<RefusedVm.Binding, List<RefusedVm>> byLack = missing.stream()
                .collect(Collectors.groupingBy(
                        vm -> vm.reason().binding(),
                        () -> new EnumMap<>(RefusedVm.Binding.class),
                        Collectors.toList()));
        String lacks = byLack.entrySet().stream()
                .map(entry -> subject.names().list(entry.getValue()) + ": " + lack(entry.getKey()))
                .collect(Collectors.joining("; "));
        String reasons = PlacementWhy.byReason(subject.names(), missing).entrySet().stream()
                .map(entry -> subject.names().list(entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining(" "));
        return new FailurePage.Row(
                subject.placed().hostName(failure.hosts().getFirst()),
                failure.hosts().size() > 1
                        ? subject.placed().hostName(failure.hosts().getLast())
                        : "",
                row.sets().size(),
                row,
                verdict,
                lacks,
                reasons);
    }

    private String lack(RefusedVm.Binding binding) {
        return switch (binding) {
            case NO_HOST -> texts.get("failures.lack.host");
            case LABEL -> texts.get("failures.lack.label");
            case PROFILE -> texts.get("failures.lack.profile");
            case HOST_SIZE -> texts.get("failures.lack.size");
            case GPU_SLICES -> texts.get("failures.lack.slices");
            case WHOLE_GPUS -> texts.get("failures.lack.gpus");
            case LINKS -> texts.get("failures.lack.links");
            case VCPU -> texts.get("failures.lack.vcpu");
            case MEMORY -> texts.get("failures.lack.memory");
            case NICS, HOST_NICS -> texts.get("failures.lack.nics");
            case NOT_RESTARTABLE -> texts.get("failures.lack.way");
        };
    }

    /** Says in the Why pane where machines go, and which hosts fail alike. */
    void explain(FailurePage.Row row) {
        cluster.subject().ifPresent(subject -> {
            ClusterScene scene = new ClusterScene(
                    texts,
                    subject.placed(),
                    subject.names(),
                    Optional.of(row.row().failure()));
            var said = why.failure(scene, row.row().failure(), row.verdict().words());
            if (row.alike() > 1) {
                String others = row.row().sets().stream()
                        .skip(1)
                        .limit(NAMED)
                        .map(hosts -> why.hosts(subject.placed(), hosts))
                        .collect(Collectors.joining(", "));
                int more = row.alike() - 1 - NAMED;
                said = said.withSection(Why.Section.of(
                        texts.get("failures.alike"),
                        texts.get("failures.alike.text", others)
                                + (more > 0 ? " " + texts.get("placement.failure.more", more) : "")));
            }
            workspace.explain(said);
        });
    }
}
