package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.GpuId;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/** JSON form of options: clusters, groups of hosts, assignments; pins are {@link OptionPinCodec}'s. */
final class OptionCodec {
    private static final String AUTO = "AUTO";
    private static final String BUY = "BUY";
    private static final int MOST_HOSTS = 10_000;

    private OptionCodec() {}

    static ObjectNode write(Option option) {
        ObjectNode node = PlanJson.object()
                .put("id", option.id().value())
                .put("name", option.name())
                .put("platform", option.platform().name());
        node.set("clusters", PlanJson.array(option.clusters(), OptionCodec::write));
        node.set("assignments", PlanJson.array(option.assignments(), OptionCodec::write));
        OptionPinCodec.write(node, option.pins());
        PlanSetupCodec.write(node, option.setup());
        PlanProgressCodec.write(node, option.progress());
        return node;
    }

    static Option read(PlanFields f) throws BrokenPlan {
        return new Option(
                f.id("id", OptionId::of),
                f.text("name"),
                f.word("platform", Option.Platform.class),
                f.list("clusters", OptionCodec::readCluster),
                f.list("assignments", OptionCodec::readAssignment),
                OptionPinCodec.read(f),
                PlanSetupCodec.read(f),
                PlanProgressCodec.read(f));
    }

    private static ObjectNode write(Cluster cluster) {
        ObjectNode node = PlanJson.object()
                .put("id", cluster.id().value())
                .put("name", cluster.name())
                .put("hostFailures", cluster.hostFailures())
                .put("vgpuMode", cluster.vgpuMode().name())
                .put("gpuPolicy", cluster.gpuPolicy().name());
        if (cluster.objective() != HostObjective.FEWEST_HOSTS) {
            node.put("objective", cluster.objective().name());
        }
        cluster.vmotionGbps().ifPresent(gbps -> node.set("vmotionGbps", PlanJson.number(gbps)));
        node.set("groups", PlanJson.array(cluster.groups(), OptionCodec::write));
        return node;
    }

    private static Cluster readCluster(PlanFields f) throws BrokenPlan {
        return new Cluster(
                f.id("id", ClusterId::of),
                f.text("name"),
                f.whole("hostFailures", 0, 2),
                f.word("vgpuMode", Cluster.VgpuMode.class),
                f.word("gpuPolicy", Cluster.GpuPolicy.class),
                f.find("objective").isPresent() ? f.word("objective", HostObjective.class) : HostObjective.FEWEST_HOSTS,
                f.find("vmotionGbps").isPresent()
                        ? OptionalDouble.of(f.number("vmotionGbps", Cluster.LEAST_VMOTION, Cluster.MOST_VMOTION))
                        : OptionalDouble.empty(),
                f.list("groups", OptionCodec::readGroup));
    }

    private static ObjectNode write(HostGroup group) {
        ObjectNode node = PlanJson.object()
                .put("id", group.id().value())
                .put("name", group.name())
                .put("server", group.server().value())
                .put("gpu", group.gpu().value())
                .put("gpusPerHost", group.gpusPerHost());
        switch (group.count()) {
            case HostCount.Auto auto -> node.put("count", AUTO);
            case HostCount.Fixed fixed -> node.put("count", fixed.hosts());
        }
        node.put("sockets", group.sockets()).put("coresPerSocket", group.coresPerSocket());
        node.set("vcpuPerCore", PlanJson.number(group.vcpuPerCore()));
        node.put("memoryGib", group.memoryGib()).put("reservedMemoryGib", group.reservedMemoryGib());
        if (!group.typed().equals(HostGroup.Typed.NOTHING)) {
            node.set("typed", write(group.typed()));
        }
        switch (group.origin()) {
            case Origin.ToBuy ignored -> node.put("origin", BUY);
            case Origin.Existing existing -> {
                ObjectNode origin = PlanJson.object();
                origin.set("hosts", PlanJson.array(existing.hosts(), JsonNodeFactory.instance::textNode));
                node.set("origin", origin.put("gpusThere", existing.gpusThere()));
            }
        }
        PlanTermsCodec.write(node, group.labels());
        return node;
    }

    private static HostGroup readGroup(PlanFields f) throws BrokenPlan {
        return new HostGroup(
                f.id("id", GroupId::of),
                f.text("name"),
                f.id("server", EntryId::new),
                f.id("gpu", GpuId::of),
                f.whole("gpusPerHost", 1, 72),
                readCount(f),
                f.whole("sockets", 1, 16),
                f.whole("coresPerSocket", 1, 1024),
                f.number("vcpuPerCore", 0.1, 32),
                f.whole("memoryGib", 1, 1_048_576),
                f.whole("reservedMemoryGib", 0, 1_048_576),
                f.findObject("typed", OptionCodec::readTyped).orElse(HostGroup.Typed.NOTHING),
                readOrigin(f),
                PlanTermsCodec.readLabels(f));
    }

    private static Origin readOrigin(PlanFields f) throws BrokenPlan {
        JsonNode origin = f.needed("origin");
        if (origin.isTextual()) {
            if (!origin.textValue().equals(BUY)) {
                throw f.wrong("origin", "\"" + BUY + "\" or an object that names the hosts");
            }
            return Origin.toBuy();
        }
        return f.object("origin", OptionCodec::readExisting);
    }

    private static Origin readExisting(PlanFields f) throws BrokenPlan {
        List<String> names = new ArrayList<>();
        JsonNode hosts = f.needed("hosts");
        for (JsonNode name : hosts) {
            if (!name.isTextual()) {
                throw f.wrong("hosts", "a list of names");
            }
            names.add(name.textValue());
        }
        return new Origin.Existing(names, f.whole("gpusThere", 0, 72));
    }

    private static HostCount readCount(PlanFields f) throws BrokenPlan {
        JsonNode count = f.needed("count");
        if (count.isTextual() && count.textValue().equals(AUTO)) {
            return HostCount.auto();
        }
        if (!count.isIntegralNumber()
                || !count.canConvertToInt()
                || count.intValue() < 1
                || count.intValue() > MOST_HOSTS) {
            throw f.wrong("count", "\"" + AUTO + "\" or a whole number from 1 to " + MOST_HOSTS);
        }
        return HostCount.of(count.intValue());
    }

    private static ObjectNode write(HostGroup.Typed typed) {
        ObjectNode node = PlanJson.object();
        typed.basePower().ifPresent(power -> node.set("basePowerW", PlanJson.number(power.value())));
        typed.heightU().ifPresent(units -> node.put("heightU", units));
        typed.weight().ifPresent(weight -> node.set("weightKg", PlanJson.number(weight.value())));
        return node;
    }

    private static HostGroup.Typed readTyped(PlanFields f) throws BrokenPlan {
        return new HostGroup.Typed(
                f.findAmount("basePowerW").map(Watts::of),
                f.findWhole("heightU", 1, 60),
                f.findAmount("weightKg").map(Kilograms::of));
    }

    private static ObjectNode write(Assignment assignment) {
        ObjectNode node = PlanJson.object()
                .put("workload", assignment.workload().value())
                .put("cluster", assignment.cluster().value())
                .put("tensorParallel", assignment.tensorParallel())
                .put("pipelineParallel", assignment.pipelineParallel())
                .put("expertParallel", assignment.expertParallel());
        assignment.profile().ifPresent(profile -> node.put("profile", profile));
        if (!assignment.training().equals(TrainingLayout.SINGLE)) {
            node.set("training", WorkloadTuningCodec.write(assignment.training()));
        }
        VmDevices devices = assignment.devices();
        if (devices.vgpus() != VmDevices.ONE.vgpus()) {
            node.put("vgpus", devices.vgpus());
        }
        if (!devices.further().isEmpty()) {
            devices.further().forEach(node.putArray("furtherProfiles")::add);
        }
        if (assignment.access() != GpuAccess.VGPU) {
            node.put("access", assignment.access().name());
        }
        if (devices.joined() != VmDevices.ONE.joined()) {
            node.put("joined", devices.joined().name());
        }
        if (devices.rdma()) {
            node.put("rdma", true);
        }
        return node;
    }

    private static Assignment readAssignment(PlanFields f) throws BrokenPlan {
        Optional<String> profile = f.findText("profile");
        return new Assignment(
                f.id("workload", WorkloadId::of),
                f.id("cluster", ClusterId::of),
                f.whole("tensorParallel", 1, 64),
                f.whole("pipelineParallel", 1, 64),
                f.whole("expertParallel", 1, 64),
                profile,
                f.findObject("training", WorkloadTuningCodec::readLayout).orElse(TrainingLayout.SINGLE),
                readDevices(f),
                f.find("access").isPresent() ? f.word("access", GpuAccess.class) : GpuAccess.VGPU);
    }

    private static VmDevices readDevices(PlanFields f) throws BrokenPlan {
        int vgpus = f.findWhole("vgpus", 1, VmDevices.MOST_VGPUS).orElse(VmDevices.ONE.vgpus());
        List<String> further = f.findTexts("furtherProfiles", "a list of profiles");
        if (vgpus + further.size() > VmDevices.MOST_VGPUS) {
            throw f.wrong("furtherProfiles", "a list that makes " + VmDevices.MOST_VGPUS + " vGPUs at most");
        }
        return new VmDevices(
                vgpus,
                further,
                f.find("joined").isPresent() ? f.word("joined", VmDevices.Joined.class) : VmDevices.ONE.joined(),
                f.find("rdma").isPresent() && f.flag("rdma"));
    }
}
