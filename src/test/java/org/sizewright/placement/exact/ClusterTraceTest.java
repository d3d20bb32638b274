package org.sizewright.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.partition.Schemes;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.Proof;
import org.sizewright.placement.VmClass;

/**
 * All GPU pods of a real cluster (github.com/alibaba/clusterdata, cluster-trace-gpu-v2023, openb_pod_list_default.csv), each as a
 * machine on hosts of 8 H100: a part of a GPU as the smallest MIG instance with so many sevenths of it. The file has no licence and
 * is not here; name it with {@code -Dsizewright.trace=FILE}.
 */
class ClusterTraceTest {
    private static final String FILE = "sizewright.trace";

    /** The linear bound is 841.5 hosts. As the pods ask, and with vCPU and memory rounded up to steps of 4 and 16 GiB. */
    @ParameterizedTest
    @CsvSource({"1, 1", "4, 16"})
    void allPodsNeed842Hosts(int vcpuStep, int memoryStep) throws IOException {
        String file = System.getProperty(FILE, "");
        assumeTrue(!file.isEmpty(), "no -D" + FILE);
        List<VmClass> vms = classes(Path.of(file), vcpuStep, memoryStep);
        assertThat(vms.stream().mapToInt(VmClass::count).sum()).isEqualTo(7_064);
        HostSpec host = HostSpec.of("host", 8, Schemes.h100(), 192, 2048);
        PlacementProblem problem = new PlacementProblem(List.of(new HostGroupSpec(host, 0)), vms, Policy.simple());

        HostSearch.Answer answer = ProvenHosts.orFirstFit(1, () -> false).search(problem, 0, 7_064);

        assertThat(answer.proof()).isInstanceOfSatisfying(Proof.Optimal.class, optimal -> {
            assertThat(optimal.hosts()).isEqualTo(842);
            assertThat(ProofCheck.check(problem, 0, optimal.bound(), Budget.of(20, 60)))
                    .isEmpty();
        });
        assertThat(PlacementChecker.check(answer.problem(), answer.placement().orElseThrow()))
                .isEmpty();
    }

    private static List<VmClass> classes(Path file, int vcpuStep, int memoryStep) throws IOException {
        record Shape(GpuNeed gpu, int vcpu, int memoryGib) {}
        Map<String, Shape> shapes = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.getFirst().split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int gpus = Integer.parseInt(cells[names.indexOf("num_gpu")]);
            if (gpus > 0) {
                Shape shape = new Shape(
                        need(gpus, Integer.parseInt(cells[names.indexOf("gpu_milli")])),
                        up(Integer.parseInt(cells[names.indexOf("cpu_milli")]), 1000 * vcpuStep) * vcpuStep,
                        up(Integer.parseInt(cells[names.indexOf("memory_mib")]), 1024 * memoryStep) * memoryStep);
                shapes.put(shape.toString(), shape);
                counts.merge(shape.toString(), 1, Integer::sum);
            }
        }
        List<VmClass> classes = new ArrayList<>();
        shapes.forEach((key, shape) -> classes.add(VmClass.of(
                "c" + classes.size(), counts.getOrDefault(key, 0), shape.gpu(), shape.vcpu(), shape.memoryGib())));
        return classes;
    }

    private static GpuNeed need(int gpus, int milli) {
        if (gpus > 1 || 7 * milli > 4 * 1000) {
            return new GpuNeed.Whole(gpus);
        }
        List<String> profiles = List.of("1g.10gb", "2g.20gb", "3g.40gb", "4g.40gb");
        return new GpuNeed.Mig(profiles.get(Math.max(1, up(7 * milli, 1000)) - 1));
    }

    private static int up(int amount, int step) {
        return (amount + step - 1) / step;
    }
}
