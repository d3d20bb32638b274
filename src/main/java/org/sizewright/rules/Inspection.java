package org.sizewright.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.RackFit;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;
import org.sizewright.sizing.Sizing;

/**
 * One rule at work: what it may look at, and where it puts what it found. A setting that it needs and nobody stated is noted as
 * something that it waits for.
 */
final class Inspection {
    /** The rule whose record says which release has which virtual hardware. */
    private static final String HARDWARE = "VM-004";

    private final Scene scene;
    private final Rule rule;

    Inspection(Scene scene, Rule rule) {
        this.scene = scene;
        this.rule = rule;
    }

    ResolvedPlan plan() {
        return scene.subject().plan();
    }

    ResolvedOption option() {
        return scene.subject().option();
    }

    Sizing sizing() {
        return scene.subject().sizing();
    }

    List<ClusterPlacement> placements() {
        return scene.subject().placements();
    }

    RackFit.Fit racks() {
        return scene.subject().racks();
    }

    FigureBook figures() {
        return scene.subject().figures();
    }

    Value value(Figure figure, RowKey row) {
        return scene.subject().value(figure, row);
    }

    /** Every group of hosts with GPUs. */
    List<HostView> hosts() {
        return scene.hosts();
    }

    /** The machines of every workload that a cluster carries. */
    List<MachineView> machines() {
        return scene.machines();
    }

    /** What stands in the way of GPUs in hosts that are there. */
    List<HostFit.Problem> hostProblems() {
        return scene.hostProblems();
    }

    /** What lies on each GPU. */
    List<FilledGpu> filledGpus() {
        return scene.filledGpus();
    }

    /** The hosts of a group that is part of the option. */
    HostView host(ResolvedGroup group) {
        return hosts().stream()
                .filter(host -> host.group().id().equals(group.group().id()))
                .findFirst()
                .orElseThrow();
    }

    /** The machines of a workload; empty for what is no workload of the option. */
    Optional<MachineView> machine(String workload) {
        return machines().stream()
                .filter(machine -> machine.workload().id().value().equals(workload))
                .findFirst();
    }

    PlatformView platform() {
        return scene.platform();
    }

    /** A number of the rule's record. */
    int limit(String name) {
        return Integer.parseInt(stated(name));
    }

    /** A release of the rule's record. */
    Release release(String name) {
        return Release.of(stated(name));
    }

    private String stated(String name) {
        String limit = rule.limits().get(name);
        if (limit == null) {
            throw new IllegalStateException("rule " + rule.id() + " has no limit \"" + name + "\"");
        }
        return limit;
    }

    /** How heavy a finding of this rule is at most: as its record says. */
    Severity severity() {
        return Severity.parse(rule.severity());
    }

    /** A finding of this rule, heavy as its record says. */
    Finding violated(String subject, String sentence, String remedy) {
        return finding(severity(), subject, sentence, remedy);
    }

    /** What the rule cannot judge because it is not known. */
    Finding unknown(String subject, String sentence, String remedy) {
        return finding(Severity.OPEN_ITEM, subject, sentence, remedy);
    }

    /** A finding of a rule that has degrees: lighter than its record says, never heavier. What is unknown stays an open item. */
    Finding finding(Severity severity, String subject, String sentence, String remedy) {
        Severity given = severity == Severity.OPEN_ITEM || severity.compareTo(severity()) > 0 ? severity : severity();
        return Finding.of(given, rule, scene.sourceOf(rule), subject, sentence, remedy);
    }

    void add(Finding finding) {
        scene.add(finding);
    }

    /** A setting of the platform that the rule cannot do without. */
    <T> Optional<T> need(Setting<T> setting) {
        return scene.platform()
                .settings()
                .get(setting)
                .or(() -> waiting(setting, "", scene.platform().path()));
    }

    /** A setting of hosts that the rule cannot do without. */
    <T> Optional<T> need(HostView host, Setting<T> setting) {
        return host.get(setting).or(() -> waiting(setting, host.name(), host.setupPath()));
    }

    /** A setting of machines that the rule cannot do without. */
    <T> Optional<T> need(MachineView machine, Setting<T> setting) {
        return machine.get(setting).or(() -> waiting(setting, machine.name(), machine.setupPath()));
    }

    private <T> Optional<T> waiting(Setting<T> setting, String subject, String path) {
        scene.waiting(Asked.of(setting), rule, subject, path + "/" + setting.key());
        return Optional.empty();
    }

    /** The network that machines of a cluster move over, in Gb/s, without which the rule cannot do. */
    OptionalDouble vmotionGbps(MachineView machine) {
        OptionalDouble gbps = machine.cluster().cluster().vmotionGbps();
        if (gbps.isEmpty()) {
            scene.waiting(Asked.VMOTION, rule, machine.cluster().cluster().name(), vmotionPath(machine));
        }
        return gbps;
    }

    String vmotionPath(MachineView machine) {
        return "/options/" + option().option().id() + "/clusters/"
                + machine.cluster().cluster().id() + "/vmotionGbps";
    }

    /** Reports a setting of the platform. */
    Finding wrong(Setting<?> setting, String sentence, String remedy) {
        return violated(platform().name(), sentence, remedy).withPath(platform().path() + "/" + setting.key());
    }

    /** Reports a setting of hosts. */
    Finding wrong(HostView host, Setting<?> setting, String sentence, String remedy) {
        return violated(host.name(), sentence, remedy).withPath(host.setupPath() + "/" + setting.key());
    }

    /** Reports a setting of machines. */
    Finding wrong(MachineView machine, Setting<?> setting, String sentence, String remedy) {
        return violated(machine.name(), sentence, remedy).withPath(machine.setupPath() + "/" + setting.key());
    }

    /** Reports how machines reach their GPUs. */
    Finding wrongAccess(MachineView machine, String sentence, String remedy) {
        return violated(machine.name(), sentence, remedy).withPath(machine.assignmentPath() + "/access");
    }

    /** Asks for a setting of the platform, and reports it if it is another one. */
    <T> void mustBe(T wanted, Setting<T> setting, String sentence, String remedy) {
        need(setting)
                .filter(stated -> !stated.equals(wanted))
                .ifPresent(stated -> add(wrong(setting, sentence, remedy)));
    }

    /** Asks for a setting of hosts, and reports it if it is another one. */
    <T> void mustBe(T wanted, HostView host, Setting<T> setting, String sentence, String remedy) {
        need(host, setting)
                .filter(stated -> !stated.equals(wanted))
                .ifPresent(stated -> add(wrong(host, setting, sentence, remedy)));
    }

    /** Whether any machines of the option have a vGPU. */
    boolean usesVgpu() {
        return machines().stream().anyMatch(MachineView::isVgpu);
    }

    /** Whether any machines of the option have a vGPU to compute with, which NVIDIA AI Enterprise licenses. */
    boolean computesOnVgpu() {
        return machines().stream()
                .anyMatch(machine -> machine.isVgpu() && machine.share().computes());
    }

    /** Whether GPUDirect RDMA is wished for any machines of the option. */
    boolean usesRdma() {
        return machines().stream().anyMatch(MachineView::isRdma);
    }

    /** The number of the record whose name, a release, is the newest that is not newer than this one. */
    Optional<Integer> limitOf(Release release) {
        return limitOf(rule, release);
    }

    private static Optional<Integer> limitOf(Rule rule, Release release) {
        return rule.limits().entrySet().stream()
                .filter(entry -> Character.isDigit(entry.getKey().charAt(0)) && release.isAtLeast(entry.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparing(Release::of)))
                .map(entry -> Integer.parseInt(entry.getValue()));
    }

    /** The newest virtual hardware of a vSphere release. */
    Optional<Integer> hardwareOf(Release vsphere) {
        return hardwareOf(scene.base(), vsphere);
    }

    static Optional<Integer> hardwareOf(RuleBase base, Release vsphere) {
        return limitOf(base.rule(HARDWARE), vsphere);
    }

    /** Hosts of a group, where their number is known. */
    OptionalInt hostsOf(HostView host) {
        RowKey row = new RowKey(host.group().id().value(), host.name());
        return value(sizing().cluster.hosts, row) instanceof Value.Known known
                ? OptionalInt.of((int) known.number())
                : OptionalInt.empty();
    }
}
