package org.sizewright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;

/** Instances with answers proven by an exact solver (the proof is named in each). */
class PublishedInstancesTest {
    record Instance(String id, JsonNode data, Map<String, GpuGeometry> models) {
        @Override
        public String toString() {
            return id;
        }

        JsonNode expected() {
            return data.get("expected");
        }
    }

    @ParameterizedTest
    @MethodSource("fitChecks")
    void fitsInPlaceAsProven(Instance instance) {
        JsonNode existing = instance.data().get("existing");
        GpuGeometry gpu = Objects.requireNonNull(
                instance.models().get(instance.data().get("gpuModel").asText()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<PlacedVm> running = new ArrayList<>();
        for (int i = 0; i < existing.size(); i++) {
            for (JsonNode part : existing.get(i)) {
                String profile = part.get("profile").asText();
                int number = counts.merge(profile, 1, Integer::sum);
                running.add(new PlacedVm(
                        profile,
                        number,
                        0,
                        List.of(new GpuSlot(
                                i, PartitionMode.MIG, profile, part.get("start").asInt()))));
            }
        }
        instance.data()
                .get("request")
                .properties()
                .forEach(entry -> counts.merge(entry.getKey(), entry.getValue().asInt(), Integer::sum));
        List<VmClass> vms = counts.entrySet().stream()
                .map(entry -> VmClass.of(entry.getKey(), entry.getValue(), new GpuNeed.Mig(entry.getKey()), 0, 0))
                .toList();
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", existing.size(), gpu, 1, 1), 1)), vms, Policy.simple());
        Placement beside = FirstFitPlacer.standard().place(problem, running);
        assertThat(PlacementChecker.check(problem, beside)).isEmpty();
        assertThat(beside.placed()).containsAll(running);
        assertThat(beside.isComplete())
                .isEqualTo(instance.expected().get("fitsInPlace").asBoolean());
        assertThat(FirstFitPlacer.standard().place(problem).isComplete())
                .as("repacked")
                .isEqualTo(instance.expected().get("fitsAfterRepack").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("restartChecks")
    void restartsInPlaceAsProven(Instance instance) {
        HostSpec host = host(instance);
        JsonNode hosts = instance.data().get("placement");
        List<VmClass> vms = vms(instance);
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(host, hosts.size())),
                vms,
                Policy.simple().withFailures(1));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<PlacedVm> placed = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            placed.addAll(new RecordedHost(problem, i, hosts.get(i), numbers).rebuild());
        }
        Placement placement = new Placement(placed, List.of(), List.of());
        assertThat(PlacementChecker.check(problem, placement)).isEmpty();
        Resilience resilience = FailureReplay.standard().replay(problem, placement);
        List<Boolean> expected = new ArrayList<>();
        instance.expected().get("restartablePerFailedHost").forEach(node -> expected.add(node.asBoolean()));
        assertThat(resilience.failures().stream().map(HostFailure::isSurvived)).isEqualTo(expected);
        resilience
                .failures()
                .forEach(failure -> assertThat(PlacementChecker.check(problem, placement, failure))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("hostCounts")
    void theFewestHostsLieWithinTheAnswer(Instance instance) {
        PlacementProblem problem =
                new PlacementProblem(List.of(new HostGroupSpec(host(instance), 0)), vms(instance), policy(instance));
        int optimum = instance.expected().get("optimum").asInt();
        assertWithin(problem, optimum, instance.expected().get("ffdGpuFirst").asInt());
        instance.expected()
                .get("hostsWithHa")
                .properties()
                .forEach(entry -> assertWithin(
                        problem.withPolicy(problem.policy().withFailures(Integer.parseInt(entry.getKey()))),
                        entry.getValue().asInt(),
                        instance.expected().get("ffdGpuFirst").asInt() + Integer.parseInt(entry.getKey())));
    }

    /** A host with one GPU makes the fewest GPUs a question of hosts. */
    @ParameterizedTest
    @MethodSource("gpuCounts")
    void theFewestGpusLieWithinTheAnswer(Instance instance) {
        GpuGeometry gpu = Objects.requireNonNull(
                instance.models().get(instance.data().get("gpuModel").asText()));
        boolean mig = "MIG".equals(instance.data().get("sharing").asText());
        List<VmClass> vms = new ArrayList<>();
        instance.data().get("demand").properties().forEach(entry -> {
            GpuNeed need = mig ? new GpuNeed.Mig(entry.getKey()) : new GpuNeed.TimeSliced(entry.getKey());
            vms.add(VmClass.of(entry.getKey(), entry.getValue().asInt(), need, 0, 0));
        });
        Policy.VgpuMode mode = switch (instance.data().get("sharing").asText()) {
            case "TIME_SLICED_EQUAL_OR_MIXED" -> Policy.VgpuMode.PER_GPU;
            default -> Policy.VgpuMode.SAME_SIZE;
        };
        PlacementProblem problem = new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", 1, gpu, 1, 1), 0)),
                vms,
                Policy.simple().withVgpuMode(mode));
        assertWithin(problem, instance.expected().get("optimum").asInt(), Integer.MAX_VALUE);
    }

    private static void assertWithin(PlacementProblem problem, int optimum, int noWorseThan) {
        HostSearch.Answer answer = HostCountSearch.standard().search(problem, 0, 2 * optimum + 5);
        switch (answer.proof()) {
            case Proof.Optimal optimal -> assertThat(optimal.hosts()).isEqualTo(optimum);
            case Proof.Between between -> {
                assertThat(between.lower()).isLessThanOrEqualTo(optimum);
                assertThat(between.upper()).isBetween(optimum, noWorseThan);
            }
            case Proof.Mixture mixture -> throw new AssertionError(mixture.words());
            case Proof.NotFound open -> throw new AssertionError(open.words());
            case Proof.CannotFit impossible -> throw new AssertionError(impossible.words());
        }
        assertThat(PlacementChecker.check(answer.problem(), answer.placement().orElseThrow()))
                .isEmpty();
    }

    static Stream<Instance> fitChecks() throws IOException {
        return instances("fitCheck", 4);
    }

    static Stream<Instance> restartChecks() throws IOException {
        return instances("haRestartCheck", 4);
    }

    /** Without the one in which some machines refuse a mixed-size GPU and others do not, which we cannot say. */
    static Stream<Instance> hostCounts() throws IOException {
        return instances("minHosts", 13).filter(instance -> !instance.id().startsWith("x03"));
    }

    static Stream<Instance> gpuCounts() throws IOException {
        return instances("minGpus", 11);
    }

    private static Stream<Instance> instances(String problem, int count) throws IOException {
        try (InputStream in = PublishedInstancesTest.class.getResourceAsStream("instances.json")) {
            JsonNode file = new ObjectMapper().readTree(Objects.requireNonNull(in));
            Map<String, GpuGeometry> models = new LinkedHashMap<>();
            file.get("gpuModels")
                    .properties()
                    .forEach(entry -> models.put(entry.getKey(), geometry(entry.getKey(), entry.getValue())));
            List<Instance> instances = new ArrayList<>();
            for (JsonNode data : file.get("instances")) {
                if (data.get("problem").asText().equals(problem)) {
                    instances.add(new Instance(data.get("id").asText(), data, models));
                }
            }
            assertThat(instances).hasSize(count);
            return instances.stream();
        }
    }

    private static GpuGeometry geometry(String name, JsonNode model) {
        int slots = model.get("slots").asInt();
        int memoryGb = Integer.parseInt(name.substring(name.indexOf('-') + 1));
        List<Slice> mig = new ArrayList<>();
        List<Slice> same = new ArrayList<>();
        List<Slice> mixed = new ArrayList<>();
        for (JsonNode profile : model.get("profiles")) {
            String id = profile.get("name").asText();
            int size = profile.get("slots").asInt();
            if (profile.has("starts")) {
                List<Integer> starts = integers(profile.get("starts"));
                mig.add(Slice.of(id, size, starts, starts.size()));
            } else {
                same.add(Slice.inRow(id, size, profile.get("maxPerGpuEqualSize").asInt()));
                if (profile.get("mixedSizeStarts").isArray()) {
                    List<Integer> starts = integers(profile.get("mixedSizeStarts"));
                    mixed.add(Slice.of(id, size, starts, starts.size()));
                }
            }
        }
        return new GpuGeometry(
                name,
                1024L * memoryGb,
                mig.isEmpty() ? Optional.empty() : Optional.of(PartitionScheme.mig(slots, mig)),
                same.isEmpty() ? Optional.empty() : Optional.of(PartitionScheme.equalSize(memoryGb, same)),
                mixed.isEmpty() ? Optional.empty() : Optional.of(PartitionScheme.mixedSize(memoryGb, mixed)));
    }

    private static List<Integer> integers(JsonNode array) {
        List<Integer> values = new ArrayList<>();
        array.forEach(node -> values.add(node.asInt()));
        return values;
    }

    private static HostSpec host(Instance instance) {
        JsonNode host = instance.data().get("hostType");
        return HostSpec.of(
                host.get("id").asText(),
                host.get("gpus").asInt(),
                Objects.requireNonNull(
                        instance.models().get(host.get("gpuModel").asText())),
                host.get("vcpu").asInt(),
                host.get("ramGiB").asInt());
    }

    private static List<VmClass> vms(Instance instance) {
        List<VmClass> vms = new ArrayList<>();
        for (JsonNode vm : instance.data().get("vms")) {
            GpuNeed need = switch (vm.get("kind").asText()) {
                case "MIG" -> new GpuNeed.Mig(vm.get("profile").asText());
                case "EQ", "MIX" -> new GpuNeed.TimeSliced(vm.get("profile").asText());
                case "FULL" -> new GpuNeed.Whole(vm.get("gpus").asInt());
                default -> new GpuNeed.None();
            };
            vms.add(VmClass.of(
                    vm.get("id").asText(),
                    vm.get("count").asInt(),
                    need,
                    vm.get("vcpu").asInt(),
                    vm.get("ramGiB").asInt()));
        }
        return vms;
    }

    /** "MIX": a GPU may run at same size or at mixed size. */
    private static Policy policy(Instance instance) {
        boolean mix = false;
        for (JsonNode vm : instance.data().get("vms")) {
            mix |= vm.get("kind").asText().equals("MIX");
        }
        return Policy.simple().withVgpuMode(mix ? Policy.VgpuMode.PER_GPU : Policy.VgpuMode.SAME_SIZE);
    }
}
