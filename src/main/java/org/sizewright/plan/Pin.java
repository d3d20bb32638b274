package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.partition.PartitionMode;

/**
 * A machine that the architect put in a place by hand. What it names need not be there any more: then the pin is kept, has no effect
 * and is named in a finding.
 *
 * @param machine id of the machines it is one of: that of their workload, with an ending for the workload's database
 * @param number its number among them, from 1
 * @param group the group of the host
 * @param host number of the host within its group, from 1
 * @param gpus what it takes of the host's GPUs; empty for a machine without one
 */
public record Pin(ClusterId cluster, String machine, int number, GroupId group, int host, List<Share> gpus) {
    /** More hosts than a group can have. */
    private static final int MOST_HOSTS = 10_000;

    private static final int MOST_MACHINES = 1_000_000;
    private static final int MOST_GPUS = 72;
    private static final int MOST_UNITS = 1_000;

    /**
     * A GPU, or a part of it.
     *
     * @param gpu number of the GPU on its host, from 0 as drivers and screens count them
     * @param place where on the GPU; empty for the whole of it
     */
    public record Share(int gpu, Optional<Place> place) {
        public Share {
            PlanChecks.between("the GPU of a pin", 0, MOST_GPUS, gpu);
        }
    }

    /**
     * Where a part of a GPU lies.
     *
     * @param mode how the GPU is shared
     * @param profile the MIG profile or vGPU type
     * @param start offset in units of the mode: memory slices of MIG, else GB
     */
    public record Place(PartitionMode mode, String profile, int start) {
        public Place {
            PlanChecks.name("the place of a pin", profile);
            PlanChecks.between("the start of a pin", 0, MOST_UNITS, start);
            if (mode == PartitionMode.FULL) {
                throw new IllegalArgumentException("a pin to a whole GPU has no place on it");
            }
        }
    }

    /** The machine that a pin is about; an option has one pin of it at most. */
    public record Machine(ClusterId cluster, String machine, int number) {
        @Override
        public String toString() {
            return machine + " " + number;
        }
    }

    public Pin {
        PlanChecks.name("the machine of a pin", machine);
        PlanChecks.between("the number of a pinned machine", 1, MOST_MACHINES, number);
        PlanChecks.between("the host of a pin", 1, MOST_HOSTS, host);
        gpus = List.copyOf(gpus);
        PlanChecks.unique("shares of a pin", gpus, share -> share);
    }

    /** The pin in one line that {@link #parse} reads. */
    public String toLine() {
        return String.join(
                "|",
                cluster.value(),
                machine,
                String.valueOf(number),
                group.value(),
                String.valueOf(host),
                gpus.stream().map(Pin::line).collect(Collectors.joining(";")));
    }

    private static String line(Share share) {
        return share.gpu()
                + share.place()
                        .map(place -> ":" + place.mode() + ":" + place.start() + ":" + place.profile())
                        .orElse("");
    }

    /**
     * A pin from {@link #toLine}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Pin parse(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("no pin: \"" + line + "\"");
        }
        return new Pin(
                ClusterId.of(parts[0]),
                parts[1],
                Integer.parseInt(parts[2]),
                GroupId.of(parts[3]),
                Integer.parseInt(parts[4]),
                Stream.of(parts[5].split(";", -1))
                        .filter(share -> !share.isEmpty())
                        .map(Pin::share)
                        .toList());
    }

    private static Share share(String line) {
        String[] parts = line.split(":", 4);
        int gpu = Integer.parseInt(parts[0]);
        return switch (parts.length) {
            case 1 -> new Share(gpu, Optional.empty());
            case 4 ->
                new Share(
                        gpu,
                        Optional.of(new Place(PartitionMode.valueOf(parts[1]), parts[3], Integer.parseInt(parts[2]))));
            default -> throw new IllegalArgumentException("no share of a GPU: \"" + line + "\"");
        };
    }

    public Machine key() {
        return new Machine(cluster, machine, number);
    }
}
