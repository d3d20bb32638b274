package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Orders in which the machines of a week are tried. */
final class WeekOrders {
    private static final long SEED = 20_261_122L;
    /** Machines placed in drawn orders at most, from one beginning: bounds the time. */
    private static final int MACHINES_AT_MOST = 4_000;

    private static final int ORDERS_AT_MOST = 12;

    /** One machine that asks for a place. */
    record Item(int vmClass, int number) {}

    private WeekOrders() {}

    /** Those that run in most slots first, then the largest; and the largest first. */
    static List<List<Item>> fixed(WeekProblem week) {
        int[][] slots = week.slotsOf();
        double[] sizes = sizes(week);
        List<Item> items = items(week);
        Comparator<Item> largest = Comparator.comparingDouble((Item item) -> -sizes[item.vmClass()])
                .thenComparingInt(Item::vmClass)
                .thenComparingInt(Item::number);
        return List.of(
                items.stream()
                        .sorted(Comparator.comparingInt((Item item) -> -slots[item.vmClass()].length)
                                .thenComparing(largest))
                        .toList(),
                items.stream().sorted(largest).toList());
    }

    /** The same, and then orders that are drawn. */
    static List<List<Item>> drawn(WeekProblem week) {
        List<List<Item>> orders = new ArrayList<>(fixed(week));
        List<Item> items = items(week);
        Random random = new Random(SEED);
        int drawn = Math.min(ORDERS_AT_MOST, MACHINES_AT_MOST / Math.max(1, items.size()));
        for (int i = 0; i < drawn; i++) {
            List<Item> order = new ArrayList<>(items);
            Collections.shuffle(order, random);
            orders.add(order);
        }
        return orders;
    }

    private static List<Item> items(WeekProblem week) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < week.all().vms().size(); i++) {
            for (int number = 1; number <= week.all().vms().get(i).count(); number++) {
                items.add(new Item(i, number));
            }
        }
        return items;
    }

    /** The largest share of a host that a machine of each class takes of anything. */
    private static double[] sizes(WeekProblem week) {
        Cluster cluster = new Cluster(week.all());
        double[] sizes = new double[week.all().vms().size()];
        for (int i = 0; i < sizes.length; i++) {
            VmClass vm = week.all().vms().get(i);
            for (HostGroupSpec group : week.all().groups()) {
                HostSpec host = group.host();
                sizes[i] = Math.max(sizes[i], cluster.gpuShare(vm.gpu()) / Math.max(1, host.gpus()));
                sizes[i] = Math.max(sizes[i], (double) vm.vcpu() / Math.max(1, host.vcpu()));
                sizes[i] = Math.max(sizes[i], (double) vm.memoryGib() / Math.max(1, host.usableMemoryGib()));
                sizes[i] = Math.max(sizes[i], (double) host.nicsOf(vm.gpu()) / Math.max(1, host.countedNics()));
            }
        }
        return sizes;
    }
}
