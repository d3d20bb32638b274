package org.sizewright.placement.exact;

import java.util.List;
import java.util.Map;
import org.sizewright.placement.GpuLinks;
import org.sizewright.placement.GpuNeed;

/**
 * Equal hosts, or what is free on them, as numbers.
 *
 * @param hosts numbers of the hosts that are like this, if they are there already; empty for hosts that may be bought
 * @param group number of the host group
 * @param cost what one of them costs in the units of the question; 0 for hosts that are there anyway
 * @param most how many there are or may be bought
 * @param vcpu virtual CPUs that are free
 * @param memoryGib memory that is free, in GiB
 * @param nics network cards beside GPUs that are free
 * @param nicsOf network cards that a machine of a class takes here, by number of the class
 * @param allowed whether a machine of a class may run here, by number of the class
 * @param stocks its GPUs, those in equal state together
 * @param links how its GPUs are joined
 * @param freeGroups how many groups of each size of the links are free
 */
record Bin(
        List<Integer> hosts,
        int group,
        long cost,
        int most,
        int vcpu,
        int memoryGib,
        int nics,
        List<Integer> nicsOf,
        List<Boolean> allowed,
        List<Stock> stocks,
        GpuLinks links,
        Map<Integer, Integer> freeGroups) {
    /**
     * GPUs in equal state.
     *
     * @param gpus numbers of these GPUs: one list per host of {@link Bin#hosts}, or one for all hosts that may be bought
     * @param patterns what can be added to each of them
     */
    record Stock(List<List<Integer>> gpus, List<GpuPattern> patterns) {
        Stock {
            gpus = List.copyOf(gpus);
            patterns = List.copyOf(patterns);
        }

        /** How many GPUs of one host are in this state. */
        int size() {
            return gpus.getFirst().size();
        }
    }

    Bin {
        hosts = List.copyOf(hosts);
        nicsOf = List.copyOf(nicsOf);
        allowed = List.copyOf(allowed);
        stocks = List.copyOf(stocks);
        freeGroups = Map.copyOf(freeGroups);
    }

    /**
     * How often a machine takes a group of this size or a smaller one in it away: a group of eight is two of four.
     *
     * @return 0 if its GPUs are no group here or a smaller one
     */
    int groupsOf(GpuNeed need, int size) {
        return links.joins(need) && need.gpus() >= size ? need.gpus() / size : 0;
    }

    boolean allows(int vmClass) {
        return allowed.get(vmClass);
    }
}
