package org.sizewright.buildsheet.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.VgpuType;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.RefusedVm;
import org.sizewright.plan.Header;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.result.Headline;
import org.sizewright.rules.Finding;

/** The plan and its placement for programs; its schema is published as {@code assets/schema/plan-summary-1.json}. */
final class PlanSummaryJson {
    private static final String FORMAT = "sizewright-plan-summary";
    private static final int SCHEMA = 1;

    private final HandOverPlan plan;

    private PlanSummaryJson(HandOverPlan plan) {
        this.plan = plan;
    }

    static HandOverFile of(HandOverPlan plan, HandOverRecord.Format format) {
        return plan.plain(
                "plan-summary.json",
                "The plan, its hosts, machines, places and findings for programs",
                format,
                List.of("The schema is part of Sizewright: " + format.value("schema") + "."),
                text(new PlanSummaryJson(plan).root()));
    }

    private static String text(ObjectNode root) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON values can always be written", impossible);
        }
    }

    private ObjectNode root() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT).put("schema", SCHEMA).put("writtenBy", plan.writtenBy());
        Header header = plan.plan().header();
        root.putObject("plan")
                .put("title", header.title())
                .put("customer", header.customer())
                .put("project", header.project())
                .put("author", header.author())
                .put("referenceDate", header.referenceDate().toString())
                .put("revision", header.revision());
        root.putObject("option")
                .put("id", plan.live().option().option().id().value())
                .put("name", plan.live().option().option().name())
                .put("platform", word(plan.platform()));
        ArrayNode headline = root.putArray("headline");
        for (Headline.Part part : plan.live().headline().parts()) {
            ObjectNode one = headline.addObject().put("id", part.id()).put("value", part.value());
            one.put("label", part.label());
            part.remark().ifPresent(remark -> one.put("remark", remark));
            one.put("state", word(part.state()));
        }
        ArrayNode clusters = root.putArray("clusters");
        plan.live().placements().forEach(placed -> cluster(clusters.addObject(), placed));
        ArrayNode findings = root.putArray("findings");
        plan.live().findings().forEach(finding -> finding(findings.addObject(), finding));
        return root;
    }

    private void cluster(ObjectNode node, ClusterPlacement placed) {
        node.put("id", placed.cluster().cluster().id().value());
        node.put("name", placed.cluster().cluster().name());
        node.put("hostFailures", placed.cluster().cluster().hostFailures());
        node.put("survived", placed.isSurvived());
        node.put("complete", placed.isComplete());
        node.put("weekly", placed.week().isPresent());
        ArrayNode groups = node.putArray("groups");
        for (ResolvedGroup group : placed.cluster().groups()) {
            groups.addObject()
                    .put("id", group.group().id().value())
                    .put("name", group.group().name())
                    .put("server", group.group().server().value())
                    .put("gpu", group.gpu().id().value())
                    .put("gpuName", group.gpu().name())
                    .put("gpusPerHost", group.group().gpusPerHost())
                    .put("coresPerHost", group.group().sockets() * group.group().coresPerSocket())
                    .put("memoryGib", group.group().memoryGib())
                    .put("existing", group.group().isExisting());
        }
        ArrayNode hosts = node.putArray("hosts");
        List<HostSpec> specs = placed.problem().hosts();
        for (int host = 0; host < specs.size(); host++) {
            hosts.addObject()
                    .put("number", host)
                    .put("name", placed.hostName(host))
                    .put(
                            "group",
                            placed.cluster()
                                    .groups()
                                    .get(placed.groupOf(host))
                                    .group()
                                    .id()
                                    .value())
                    .put("gpus", specs.get(host).gpus());
        }
        ArrayNode machines = node.putArray("machines");
        plan.kinds().stream().filter(kind -> kind.cluster() == placed).forEach(kind -> {
            kind.placed().forEach(vm -> place(machine(machines.addObject(), kind, vm.number()), vm));
            for (RefusedVm vm : placed.all().refused()) {
                if (vm.vmClass().equals(kind.vmClass().id())) {
                    machine(machines.addObject(), kind, vm.number())
                            .put("refused", vm.reason().words());
                }
            }
        });
    }

    private ObjectNode machine(ObjectNode node, MachineKind kind, int number) {
        node.put("name", plan.vmName(kind.vmClass().id(), number));
        node.put("kind", kind.name());
        node.put("workload", kind.workload());
        node.put("vcpu", kind.vmClass().vcpu());
        node.put("memoryGib", kind.vmClass().memoryGib());
        node.put("ifHostFails", word(kind.vmClass().survival()));
        ObjectNode gpu = node.putObject("gpu");
        switch (kind.access()) {
            case GpuDevices.None none -> gpu.put("access", "none");
            case GpuDevices.Vgpus vgpus -> {
                gpu.put("access", "vgpu");
                ArrayNode types = gpu.putArray("types");
                vgpus.parts()
                        .forEach(
                                part -> types.add(part.type().map(VgpuType::key).orElse("")));
            }
            case GpuDevices.Passthrough whole -> gpu.put("access", "whole");
            case GpuDevices.MigInstances mig -> gpu.put("access", "mig");
        }
        gpu.put("count", kind.access().count());
        return node;
    }

    private static void place(ObjectNode node, PlacedVm vm) {
        ObjectNode place = node.putObject("place").put("host", vm.host());
        ArrayNode gpus = place.putArray("gpus");
        for (GpuSlot slot : vm.gpus()) {
            gpus.addObject()
                    .put("gpu", slot.gpu())
                    .put("mode", word(slot.mode()))
                    .put("profile", slot.profile())
                    .put("start", slot.start());
        }
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("severity", finding.severity().word());
        node.put("rule", finding.rule());
        node.put("subject", finding.subject());
        node.put("sentence", finding.sentence());
        node.put("remedy", finding.remedy());
        node.put("open", finding.isOpen());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
