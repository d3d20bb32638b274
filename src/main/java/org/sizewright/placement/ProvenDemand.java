package org.sizewright.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For which demand a number of hosts is proven, and what it would be at the ends of the band.
 *
 * @param value the demand as it is calculated, whose machines are placed
 */
public record ProvenDemand(End low, End value, End high) {
    /**
     * One demand and its proof.
     *
     * @param machines how many of each class
     */
    public record End(Map<String, Integer> machines, Proof proof) {
        public End {
            machines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(machines));
        }

        /** Of the machines of a problem. */
        public static End of(PlacementProblem problem, Proof proof) {
            Map<String, Integer> machines = new LinkedHashMap<>();
            problem.vms().forEach(vm -> machines.put(vm.id(), vm.count()));
            return new End(machines, proof);
        }

        private int sum() {
            return machines.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** In sentences, with the ids of classes. */
    public String words() {
        String exact = "This holds for the demand as calculated, " + value.sum() + " machines";
        if (low.machines().equals(value.machines()) && high.machines().equals(value.machines())) {
            return exact + "; at both ends of the band it is the same.";
        }
        return exact + ". At the low end of the band " + end(low) + "; at the high end " + end(high) + ".";
    }

    private String end(End end) {
        if (end.machines().equals(value.machines())) {
            return "it is the same demand";
        }
        List<String> others = new ArrayList<>();
        end.machines().forEach((vmClass, count) -> {
            int usual = value.machines().getOrDefault(vmClass, 0);
            if (count != usual) {
                others.add(count + " x " + vmClass + " in place of " + usual);
            }
        });
        value.machines().forEach((vmClass, count) -> {
            if (!end.machines().containsKey(vmClass) && count > 0) {
                others.add("an unknown number of " + vmClass);
            }
        });
        return String.join(", ", others) + ": " + hosts(end.proof());
    }

    private static String hosts(Proof proof) {
        return switch (proof) {
            case Proof.Optimal optimal -> hosts(optimal.hosts()) + ", proven";
            case Proof.Between between -> "between " + between.lower() + " and " + hosts(between.upper());
            case Proof.Mixture mixture -> mixture.brief();
            case Proof.NotFound notFound -> "no number of hosts was found";
            case Proof.CannotFit cannot -> "it cannot fit";
        };
    }

    private static String hosts(int count) {
        return count + (count == 1 ? " host" : " hosts");
    }
}
