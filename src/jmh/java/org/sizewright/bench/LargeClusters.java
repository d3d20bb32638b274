package org.sizewright.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.Schemes;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;

/** Placement problems of the size of a data center room, drawn the same on every run. */
final class LargeClusters {
    private static final Path PROVEN = Path.of("src/test/resources/org/sizewright/placement/instances.json");

    private static final GpuGeometry H100 = Schemes.h100();

    private LargeClusters() {}

    /** About 64 hosts with eight GPUs, ten to fifteen classes; processors, memory and GPUs all bind somewhere. */
    static List<PlacementProblem> room(int count) {
        List<PlacementProblem> problems = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            Random random = new Random(seed);
            int classes = 10 + random.nextInt(6);
            List<VmClass> vms = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                int machines = (int) Math.round(1_000.0 / classes * (0.3 + 1.4 * random.nextDouble()));
                GpuNeed need = need(random);
                int gpus = need instanceof GpuNeed.Whole whole ? whole.gpus() : 1;
                vms.add(VmClass.of(
                        "v" + i,
                        need instanceof GpuNeed.Whole ? Math.ceilDiv(machines, 3) : machines,
                        need,
                        2 * gpus * (2 + random.nextInt(7)),
                        8 * gpus * (2 + random.nextInt(12))));
            }
            problems.add(new PlacementProblem(
                    List.of(new HostGroupSpec(HostSpec.of("host", 8, H100, 192, 2048), 0)), vms, Policy.simple()));
        }
        return problems;
    }

    private static GpuNeed need(Random random) {
        int kind = random.nextInt(10);
        if (kind < 3) {
            return new GpuNeed.Whole(new int[] {1, 2, 2, 4}[random.nextInt(4)]);
        }
        List<Slice> slices = kind < 8
                ? H100.mig().orElseThrow().slices()
                : H100.equalSize().orElseThrow().slices();
        String profile = slices.get(random.nextInt(slices.size())).profile();
        return kind < 8 ? new GpuNeed.Mig(profile) : new GpuNeed.TimeSliced(profile);
    }

    /** 7,064 machines in 50 classes with the shapes of a public cluster trace, on hosts with eight GPUs: 842 hosts are proven. */
    static PlacementProblem trace() throws IOException {
        List<VmClass> vms = new ArrayList<>();
        for (JsonNode instance : new ObjectMapper().readTree(PROVEN.toFile()).path("instances")) {
            if (instance.path("id").asText().equals("h13-openbAll")) {
                for (JsonNode vm : instance.path("vms")) {
                    GpuNeed need = vm.path("kind").asText().equals("MIG")
                            ? new GpuNeed.Mig(vm.path("profile").asText())
                            : new GpuNeed.Whole(vm.path("gpus").asInt());
                    vms.add(VmClass.of(
                            vm.path("id").asText(),
                            vm.path("count").asInt(),
                            need,
                            vm.path("vcpu").asInt(),
                            vm.path("ramGiB").asInt()));
                }
            }
        }
        return new PlacementProblem(
                List.of(new HostGroupSpec(HostSpec.of("host", 8, H100, 192, 2048), 0)), vms, Policy.simple());
    }
}
