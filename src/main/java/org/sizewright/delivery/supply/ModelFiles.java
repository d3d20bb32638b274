package org.sizewright.delivery.supply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ModelShape;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedWorkload;

/** The weights of all models of an option, each model and format once. */
final class ModelFiles {
    private record Key(String model, String format) {}

    private record Asked(ModelArchitecture model, ModelShape shape, NumberFormat format, List<String> workloads) {}

    private final Map<Key, Asked> asked = new LinkedHashMap<>();

    private ModelFiles() {}

    static List<ModelFile> of(Surroundings at) {
        ModelFiles files = new ModelFiles();
        at.assignments().forEach(files::add);
        return files.asked.values().stream()
                .map(each -> ModelFile.of(at, each.model(), each.shape(), each.format(), each.workloads()))
                .toList();
    }

    private void add(ResolvedAssignment assignment) {
        String name = assignment.workload().workload().name();
        switch (assignment.workload()) {
            case ResolvedWorkload.Llm llm -> add(llm.model(), llm.shape(), llm.weights(), name);
            case ResolvedWorkload.Tuning tuning -> add(tuning.model(), tuning.shape(), tuning.weights(), name);
            case ResolvedWorkload.Search search ->
                search.models().forEach(each -> add(each.model(), each.shape(), each.weights(), name));
            case ResolvedWorkload.Vms vms -> {
                // what notebooks load, the plan does not say
            }
        }
    }

    private void add(ModelArchitecture model, ModelShape shape, NumberFormat format, String workload) {
        List<String> workloads = asked.computeIfAbsent(
                        new Key(model.key(), format.key()), key -> new Asked(model, shape, format, new ArrayList<>()))
                .workloads();
        if (!workloads.contains(workload)) {
            workloads.add(workload);
        }
    }
}
