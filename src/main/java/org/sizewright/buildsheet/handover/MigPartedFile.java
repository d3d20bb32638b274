package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.library.HandOverRecord;

/** The configuration of nvidia-mig-parted: one entry of the map for each layout of a host's GPUs. */
final class MigPartedFile {
    private MigPartedFile() {}

    static HandOverFile of(HandOverPlan plan, HandOverRecord.Format format, List<MigLayouts.Layout> layouts) {
        List<String> remarks = new ArrayList<>();
        remarks.add("GPUs count from 0, as nvidia-smi -L shows them; each configuration names every GPU of its hosts.");
        layouts.forEach(layout ->
                remarks.add("Hosts " + String.join(", ", layout.hosts()) + ": configuration " + layout.name() + "."));
        remarks.add(
                "On Kubernetes a label of the node chooses it: kubectl label nodes NODE " + format.value("node-label")
                        + "=NAME --overwrite; elsewhere nvidia-mig-parted apply -f config.yaml -c NAME.");
        if (plan.runsEsxi()) {
            remarks.add(
                    "ESXi does not read it: there the vGPU manager makes the instances when machines start, and this file"
                            + " is the record of what they will be; MIG mode is switched on by the commands of each host.");
        }
        if (plan.live().hasWeek()) {
            remarks.add("Workloads run at different times: these are the instances of the busiest slot of the week.");
        }
        return plan.yaml(
                "mig-parted/config.yaml",
                "MIG configuration of the GPUs of each host",
                format,
                remarks,
                List.of(document(format, layouts)));
    }

    static Yaml document(HandOverRecord.Format format, List<MigLayouts.Layout> layouts) {
        Yaml.Fields configs = Yaml.fields();
        configs.put(
                format.value("default-config"),
                Yaml.list(List.of(Yaml.fields()
                        .put("devices", "all")
                        .put("mig-enabled", Yaml.flag(false))
                        .end())));
        layouts.forEach(
                layout -> configs.put(layout.name(), entries(layout), "hosts: " + String.join(", ", layout.hosts())));
        return Yaml.fields()
                .put("version", Yaml.text(format.value("version")))
                .put("mig-configs", configs)
                .end();
    }

    /** GPUs with equal instances stand in one entry. */
    private static Yaml entries(MigLayouts.Layout layout) {
        Map<Map<String, Integer>, List<Yaml>> devices = new LinkedHashMap<>();
        for (int gpu = 0; gpu < layout.gpus().size(); gpu++) {
            devices.computeIfAbsent(layout.gpus().get(gpu), key -> new ArrayList<>())
                    .add(Yaml.whole(gpu));
        }
        List<Yaml> entries = new ArrayList<>();
        devices.forEach((instances, gpus) -> {
            Yaml.Fields entry = Yaml.fields()
                    .put("devices", new Yaml.Row(gpus))
                    .put("mig-enabled", Yaml.flag(!instances.isEmpty()));
            if (!instances.isEmpty()) {
                entry.put("mig-devices", Yaml.counts(instances));
            }
            entries.add(entry.end());
        });
        return Yaml.list(entries);
    }
}
