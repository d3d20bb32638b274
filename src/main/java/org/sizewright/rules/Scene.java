package org.sizewright.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sizewright.figure.Source;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;

/** An option prepared for its rules, and what they have found in it so far. Lives for one check. */
final class Scene {
    private static final int NAMED = 4;

    private final RuleSubject subject;
    private final RuleBase base;
    private final PlatformView platform;
    private final List<HostView> hosts;
    private final List<MachineView> machines;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Asked, Wait> waits = new LinkedHashMap<>();
    private final Map<Rule, Source> sources = new HashMap<>();
    private Optional<List<HostFit.Problem>> hostProblems = Optional.empty();
    private Optional<List<FilledGpu>> filledGpus = Optional.empty();

    Scene(RuleSubject subject) {
        this.subject = subject;
        base = RuleBase.of(subject.plan().library());
        platform = PlatformView.of(subject.plan(), subject.option());
        machines = MachineView.of(subject.option(), platform);
        hosts = HostView.of(subject, machines);
    }

    /** What waits for a setting. */
    private record Wait(Set<String> rules, Set<String> subjects, Set<String> places) {}

    RuleSubject subject() {
        return subject;
    }

    RuleBase base() {
        return base;
    }

    PlatformView platform() {
        return platform;
    }

    List<HostView> hosts() {
        return hosts;
    }

    List<MachineView> machines() {
        return machines;
    }

    /** What stands in the way of GPUs in hosts that are there; several rules look at it. */
    List<HostFit.Problem> hostProblems() {
        if (hostProblems.isEmpty()) {
            List<HostFit.Problem> problems = new ArrayList<>();
            for (HostView host : hosts) {
                problems.addAll(HostFit.of(host.resolved(), subject.sizing().demand.hosts, subject::value)
                        .problems());
            }
            hostProblems = Optional.of(List.copyOf(problems));
        }
        return hostProblems.get();
    }

    /** What lies on each GPU; several rules look at it. */
    List<FilledGpu> filledGpus() {
        if (filledGpus.isEmpty()) {
            filledGpus = Optional.of(FilledGpu.all(subject.placements()));
        }
        return filledGpus.get();
    }

    Source sourceOf(Rule rule) {
        return sources.computeIfAbsent(rule, each -> base.sourcesOf(each).getFirst());
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return findings;
    }

    void waiting(Asked asked, Rule rule, String of, String path) {
        Wait wait = waits.computeIfAbsent(
                asked, each -> new Wait(new TreeSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>()));
        wait.rules().add(rule.id());
        wait.places().add(path);
        if (!of.isEmpty()) {
            wait.subjects().add(of);
        }
    }

    /** One open item per setting that nobody stated, with all rules that wait for it. */
    void askForWhatIsUnknown(Inspection at) {
        waits.forEach((asked, wait) -> at.add(at.violated(
                        asked.heading(),
                        "Nobody has stated " + asked.title() + of(wait) + ". "
                                + String.join(", ", wait.rules())
                                + (wait.rules().size() == 1 ? " waits for it." : " wait for it."),
                        asked.help())
                .withPath(wait.places().iterator().next())
                .withWaiting(new Waiting(List.copyOf(wait.rules()), List.copyOf(wait.places())))));
    }

    private static String of(Wait wait) {
        List<String> names = List.copyOf(wait.subjects());
        if (names.isEmpty()) {
            return "";
        }
        int more = names.size() - NAMED;
        return " for " + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
