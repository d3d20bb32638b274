package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.sizewright.placement.Packing.Item;

/** The orders in which first fit tries machines. None depends on the number of hosts. */
final class PackingOrders {
    private PackingOrders() {}

    /** As given, decreasing by GPU, by largest share of a host and by sum of shares, and interleaved. */
    static List<List<Item>> of(Cluster cluster, List<Item> items) {
        int classes = cluster.problem.vms().size();
        double[] gpu = new double[classes];
        double[] largest = new double[classes];
        double[] sum = new double[classes];
        int[] total = new int[classes];
        items.forEach(item -> total[item.vmClass()]++);
        for (int i = 0; i < classes; i++) {
            VmClass vm = cluster.vm(i);
            gpu[i] = cluster.gpuShare(vm.gpu());
            double gpuShare = share(gpu[i], largestHost(cluster, HostSpec::gpus));
            double vcpuShare = share(vm.vcpu(), largestHost(cluster, HostSpec::vcpu));
            double memoryShare = share(vm.memoryGib(), largestHost(cluster, HostSpec::usableMemoryGib));
            double nicShare = nicShare(cluster, vm.gpu());
            largest[i] = Math.max(Math.max(gpuShare, nicShare), Math.max(vcpuShare, memoryShare));
            sum[i] = gpuShare + vcpuShare + memoryShare + nicShare;
        }
        List<List<Item>> orders = new ArrayList<>();
        orders.add(items);
        orders.add(sorted(items, decreasing(gpu).thenComparing(decreasing(largest))));
        orders.add(sorted(items, decreasing(largest).thenComparing(decreasing(sum))));
        orders.add(sorted(items, decreasing(sum)));
        // machine i of n stands at (i - 1/2) / n, so that all classes run out together
        int[] seen = new int[classes];
        double[] at = new double[items.size()];
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int vmClass = items.get(i).vmClass();
            at[i] = (++seen[vmClass] - 0.5) / total[vmClass];
            indexes.add(i);
        }
        indexes.sort(Comparator.comparingDouble(i -> at[i]));
        orders.add(indexes.stream().map(items::get).toList());
        if (items.stream()
                        .map(item -> cluster.vm(item.vmClass()).survival())
                        .distinct()
                        .count()
                > 1) {
            for (List<Item> order : List.copyOf(orders)) {
                orders.add(sorted(
                        order,
                        Comparator.comparing(item -> cluster.vm(item.vmClass()).survival())));
            }
        }
        return orders;
    }

    /** One more order, drawn from the generator. */
    static List<Item> shuffled(List<Item> items, Random random) {
        List<Item> order = new ArrayList<>(items);
        Collections.shuffle(order, random);
        return order;
    }

    private static Comparator<Item> decreasing(double[] weight) {
        return Comparator.comparingDouble(item -> -weight[item.vmClass()]);
    }

    private static List<Item> sorted(List<Item> items, Comparator<Item> by) {
        return items.stream().sorted(by).toList();
    }

    /** The largest share of a host's network cards that the need takes anywhere. */
    private static double nicShare(Cluster cluster, GpuNeed need) {
        return cluster.problem.groups().stream()
                .map(HostGroupSpec::host)
                .mapToDouble(host -> share(host.nicsOf(need), host.countedNics()))
                .max()
                .orElse(0);
    }

    private static double share(double asked, double largest) {
        return asked == 0 ? 0 : asked / Math.max(largest, 1);
    }

    private static double largestHost(Cluster cluster, ToIntFunction<HostSpec> amount) {
        return cluster.problem.groups().stream()
                .map(HostGroupSpec::host)
                .mapToInt(amount)
                .max()
                .orElse(0);
    }
}
