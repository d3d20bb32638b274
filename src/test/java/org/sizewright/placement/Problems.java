package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.Schemes;
import org.sizewright.plan.Survival;

/** Problems for tests. */
final class Problems {
    private Problems() {}

    static PlacementProblem of(HostSpec host, int hosts, Policy policy, VmClass... vms) {
        return new PlacementProblem(List.of(new HostGroupSpec(host, hosts)), List.of(vms), policy);
    }

    static VmClass mig(String id, int count, String profile) {
        return VmClass.of(id, count, new GpuNeed.Mig(profile), 4, 16);
    }

    static VmClass vgpu(String id, int count, String profile) {
        return VmClass.of(id, count, new GpuNeed.TimeSliced(profile), 4, 16);
    }

    static VmClass whole(String id, int count, int gpus) {
        return VmClass.of(id, count, new GpuNeed.Whole(gpus), 16, 128);
    }

    /** A random problem: one or two groups, up to seven classes of all kinds, sometimes too much for the hosts. */
    static PlacementProblem random(long seed) {
        Random random = new Random(seed);
        List<HostGroupSpec> groups = new ArrayList<>();
        int groupCount = 1 + random.nextInt(2);
        for (int i = 0; i < groupCount; i++) {
            GpuGeometry gpu =
                    List.of(Schemes.h100(), Schemes.l40s(), Schemes.a30()).get(random.nextInt(3));
            HostSpec host = new HostSpec(
                    "host" + i,
                    1 + random.nextInt(8),
                    Optional.of(gpu),
                    64 + 32 * random.nextInt(5),
                    512 + 256 * random.nextInt(6),
                    random.nextInt(3) * 32,
                    random.nextBoolean() ? Set.of("secure") : Set.of());
            groups.add(new HostGroupSpec(host, 1 + random.nextInt(5)));
        }
        List<VmClass> vms = new ArrayList<>();
        int classes = 1 + random.nextInt(7);
        for (int i = 0; i < classes; i++) {
            VmClass vm = VmClass.of(
                    "vm" + i, random.nextInt(14), need(random), 1 + random.nextInt(24), 8 * (1 + random.nextInt(20)));
            vms.add(vm.withSurvival(Survival.values()[random.nextInt(3)])
                    .withLabels(random.nextInt(5) == 0 ? Set.of("secure") : Set.of())
                    .withRestartable(random.nextInt(6) != 0));
        }
        Policy policy = new Policy(
                Policy.VgpuMode.values()[random.nextInt(3)],
                Policy.Assignment.values()[random.nextInt(2)],
                random.nextInt(3));
        return withNics(new PlacementProblem(groups, vms, policy), new Random(seed + 1_000_000));
    }

    /** Half of the hosts say how many network cards are beside their GPUs, and half of whole GPUs come with cards. */
    private static PlacementProblem withNics(PlacementProblem problem, Random random) {
        List<HostGroupSpec> groups = problem.groups().stream()
                .map(group -> random.nextBoolean()
                        ? group
                        : new HostGroupSpec(
                                group.host()
                                        .withNics(Optional.of(
                                                random.nextInt(group.host().gpus() + 1))),
                                group.count(),
                                group.turn()))
                .toList();
        List<VmClass> vms = problem.vms().stream()
                .map(vm -> vm.gpu() instanceof GpuNeed.Whole whole && random.nextBoolean()
                        ? vm.withGpu(whole.withNics(true))
                        : vm)
                .toList();
        return new PlacementProblem(groups, vms, problem.policy());
    }

    private static GpuNeed need(Random random) {
        List<String> mig =
                List.of("1g.10gb", "1g.10gb+me", "1g.20gb", "2g.20gb", "3g.40gb", "4g.40gb", "1g.6gb", "2g.12gb");
        List<String> vgpu = List.of("24C", "16C", "16Q", "12C", "8C", "6C", "4C", "20C", "5C");
        return switch (random.nextInt(6)) {
            case 0 -> new GpuNeed.None();
            case 1 -> new GpuNeed.Whole(1 << random.nextInt(3));
            case 2, 3 -> new GpuNeed.Mig(mig.get(random.nextInt(mig.size())));
            default -> new GpuNeed.TimeSliced(vgpu.get(random.nextInt(vgpu.size())));
        };
    }
}
