package org.sizewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.arrival.ArrivalEvent;

/**
 * One case of a file for {@code simulate}: {@code id, gpu, gpuMemoryGB, hosts, gpusPerHost, profiles [{name, sizeGB, placementIds}],
 * arrivals}.
 *
 * @param problem hosts, and a class of machines for each profile of the chosen set
 */
record SimulationCase(String id, GpuGeometry geometry, PlacementProblem problem, List<ArrivalEvent> events) {
    private static final int MOST_MEMORY = 10_000;
    private static final int MOST_GPUS = 100_000;

    /** Names of the chosen set. */
    Set<String> profiles() {
        return problem.vms().stream().map(VmClass::id).collect(Collectors.toSet());
    }

    static List<SimulationCase> read(JsonNode list) throws JsonList.Unreadable {
        List<SimulationCase> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : list) {
            SimulationCase one = read(node, cases.size() + 1);
            if (!ids.add(one.id())) {
                throw new JsonList.Unreadable("Two cases are called " + one.id() + ".");
            }
            cases.add(one);
        }
        return cases;
    }

    private static SimulationCase read(JsonNode node, int number) throws JsonList.Unreadable {
        if (!node.path("id").isTextual()) {
            throw new JsonList.Unreadable("Case " + number + " has no text \"id\".");
        }
        String id = node.path("id").asText();
        try {
            int memory = count(node, "gpuMemoryGB", MOST_MEMORY);
            List<Slice> same = new ArrayList<>();
            List<Slice> mixed = new ArrayList<>();
            boolean known = true;
            Set<String> names = new HashSet<>();
            for (JsonNode profile : list(node, "profiles")) {
                String name = profile.path("name").asText("");
                int size = count(profile, "sizeGB", memory);
                same.add(Slice.inRow(name, size, memory / size));
                names.add(name);
                Optional<Slice> placed = atIds(name, size, profile.path("placementIds"));
                known &= placed.isPresent();
                placed.ifPresent(mixed::add);
            }
            GpuGeometry geometry = new GpuGeometry(
                    node.path("gpu").asText("the GPU"),
                    memory * 1024L,
                    Optional.empty(),
                    Optional.of(PartitionScheme.equalSize(memory, same)),
                    known ? Optional.of(PartitionScheme.mixedSize(memory, mixed)) : Optional.empty());
            List<ArrivalEvent> events = new ArrayList<>();
            for (JsonNode arrival : list(node, "arrivals")) {
                if (!names.contains(arrival.asText(""))) {
                    throw new IllegalArgumentException("no profile is called \"" + arrival.asText("") + "\"");
                }
                events.add(new ArrivalEvent.Arrival(arrival.asText()));
            }
            int hosts = count(node, "hosts", MOST_GPUS);
            int gpus = count(node, "gpusPerHost", MOST_GPUS);
            if ((long) hosts * gpus > MOST_GPUS) {
                throw new IllegalArgumentException("at most " + MOST_GPUS + " GPUs are simulated");
            }
            // processors and memory of the hosts do not count here
            PlacementProblem problem = new PlacementProblem(
                    List.of(new HostGroupSpec(HostSpec.of("host", gpus, geometry, 0, 0), hosts)),
                    same.stream()
                            .map(slice -> VmClass.of(slice.profile(), 0, new GpuNeed.TimeSliced(slice.profile()), 0, 0))
                            .toList(),
                    Policy.simple());
            return new SimulationCase(id, geometry, problem, events);
        } catch (IllegalArgumentException wrong) {
            throw new JsonList.Unreadable("Case " + id + ": " + wrong.getMessage() + ".");
        }
    }

    /** Empty where nobody knows the placement ids, so that sizes cannot be mixed. */
    private static Optional<Slice> atIds(String name, int size, JsonNode ids) {
        if (!ids.isArray() || ids.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> starts = new ArrayList<>();
        for (JsonNode start : ids) {
            if (!start.canConvertToInt() || !start.isIntegralNumber()) {
                throw new IllegalArgumentException("a placement id of " + name + " is no whole number");
            }
            starts.add(start.intValue());
        }
        return Optional.of(Slice.of(name, size, starts, starts.size()));
    }

    private static JsonNode list(JsonNode node, String field) {
        if (!node.path(field).isArray()) {
            throw new IllegalArgumentException("\"" + field + "\" is no list");
        }
        return node.path(field);
    }

    private static int count(JsonNode node, String field, int most) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1 || value.intValue() > most) {
            throw new IllegalArgumentException("\"" + field + "\" must be a whole number from 1 to " + most);
        }
        return value.intValue();
    }
}
