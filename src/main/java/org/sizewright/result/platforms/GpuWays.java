package org.sizewright.result.platforms;

import java.util.List;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.library.Library;
import org.sizewright.library.RuleBase;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.result.platforms.GpuWay.Answer;

/** The ways to the GPUs of an option on a platform: what the rules and statements of the library say of them. */
final class GpuWays {
    private static final String NO_HYPERVISOR = "platform-vgpu";
    private final Library library;
    private final List<ResolvedGroup> groups;
    private final PlatformFit fit;

    GpuWays(Library library, ResolvedOption option, PlatformFit fit) {
        this.library = library;
        this.fit = fit;
        groups = option.clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .toList();
    }

    List<GpuWay> all() {
        return List.of(
                known(
                        "Time-sliced vGPU",
                        groups.stream().noneMatch(group -> group.vgpuTypes().isEmpty()),
                        "vGPU types"),
                known(
                        fit.vsphere() ? "MIG-backed vGPU" : "MIG instance",
                        groups.stream().allMatch(group -> group.migProfiles().isPresent()),
                        "MIG profiles"),
                fit.vsphere()
                        ? byRule("Dynamic DirectPath I/O", Answer.YES, "HA-003")
                        : noHypervisor("Dynamic DirectPath I/O"),
                fit.vsphere()
                        ? fit.platform() == Platform.VSPHERE_KUBERNETES
                                ? byRule("DirectPath I/O", Answer.NO, "K8S-010")
                                : byRule("DirectPath I/O", Answer.YES, "MODE-001")
                        : noHypervisor("DirectPath I/O"),
                fit.vsphere()
                        ? new GpuWay(
                                "Whole GPU of the host",
                                Answer.NO,
                                "Machines reach GPUs as vGPU or by passthrough.",
                                Source.of("vSphere is a hypervisor", "", "", Evidence.INFERRED))
                        : byStatement("Whole GPU of the host", Answer.YES),
                fit.kubernetes()
                        ? byRule("Time slices among pods", Answer.YES, "K8S-012")
                        : new GpuWay(
                                "Time slices among pods",
                                Answer.NO,
                                "The workloads do not run in Kubernetes.",
                                Source.of("the plan", "", "", Evidence.TYPED)));
    }

    /** A way that the GPUs themselves must know. */
    private GpuWay known(String name, boolean all, String what) {
        boolean known = all && !groups.isEmpty();
        boolean sliced = name.startsWith("Time");
        if (sliced && !fit.vsphere()) {
            return noHypervisor(name);
        }
        String gpus = String.join(
                ", ",
                groups.stream().map(group -> group.gpu().name()).distinct().toList());
        return new GpuWay(
                name,
                known ? Answer.YES : Answer.UNKNOWN,
                known
                        ? "The library has " + what + " of " + gpus + "."
                        : "The library has no " + what + " of every GPU (" + gpus + ").",
                Source.of("records of the GPUs", "", "", Evidence.VERIFIED));
    }

    private GpuWay noHypervisor(String name) {
        return byStatement(name, Answer.NO);
    }

    private GpuWay byStatement(String name, Answer answer) {
        return library.statements().stream()
                .filter(statement -> statement.id().equals(NO_HYPERVISOR))
                .findFirst()
                .map(statement -> new GpuWay(
                        name,
                        answer,
                        statement.text() + ".",
                        library.quote(statement.sources().getFirst(), statement.evidence())))
                .orElseGet(() -> new GpuWay(
                        name,
                        Answer.UNKNOWN,
                        "The library says nothing of it.",
                        Source.of(Library.NOTHING_QUOTED, "", "", Evidence.RECALLED)));
    }

    private GpuWay byRule(String name, Answer answer, String id) {
        return RuleBase.of(library)
                .find(id)
                .map(rule -> new GpuWay(
                        name,
                        answer,
                        rule.explanation(),
                        library.quote(rule.sources().getFirst(), rule.evidence())))
                .orElseGet(() -> new GpuWay(
                        name,
                        Answer.UNKNOWN,
                        "The library says nothing of it.",
                        Source.of(Library.NOTHING_QUOTED, "", "", Evidence.RECALLED)));
    }
}
