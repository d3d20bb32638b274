package org.sizewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.exact.GpuState;
import org.sizewright.placement.exact.HostRoom;

/**
 * Reads a file of placement questions: {@code {gpuModels: {NAME: {slots, profiles}}, instances: [{id, problem, ...}]}}. A mistake in a
 * question is a sentence with its id, and the other questions are answered all the same.
 */
final class PlacementCaseReader {
    private static final int MOST = 1_000_000;
    private static final Policy PER_GPU = Policy.simple().withVgpuMode(Policy.VgpuMode.PER_GPU);

    private final Map<String, GpuGeometry> models = new HashMap<>();
    private final Map<String, Set<String>> offers = new HashMap<>();
    private final Map<String, String> faults = new HashMap<>();

    private PlacementCaseReader() {}

    static List<PlacementCase> read(JsonNode root) throws JsonList.Unreadable {
        if (!root.path("gpuModels").isObject() || !root.path("instances").isArray()) {
            throw new JsonList.Unreadable("The file has no \"gpuModels\" and no list \"instances\".");
        }
        PlacementCaseReader reader = new PlacementCaseReader();
        for (Map.Entry<String, JsonNode> model : root.path("gpuModels").properties()) {
            try {
                reader.models.put(model.getKey(), geometry(model.getKey(), model.getValue()));
                reader.offers.put(model.getKey(), offers(model.getKey(), model.getValue()));
            } catch (IllegalArgumentException wrong) {
                reader.faults.put(model.getKey(), String.valueOf(wrong.getMessage()));
            }
        }
        List<PlacementCase> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : root.path("instances")) {
            String id = node.path("id").asText("");
            if (id.isBlank() || !ids.add(id)) {
                throw new JsonList.Unreadable("Question " + (cases.size() + 1) + " has no \"id\" of its own.");
            }
            try {
                cases.add(reader.one(id, node));
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                cases.add(new PlacementCase.Unreadable(id, "Question " + id + ": " + wrong.getMessage() + "."));
            }
        }
        return cases;
    }

    private PlacementCase one(String id, JsonNode node) {
        return switch (node.path("problem").asText("")) {
            case "minGpus" -> fewestGpus(id, node);
            case "minHosts" -> new PlacementCase.FewestHosts(id, hosts(node, 0), failures(node));
            case "minCost" -> leastCost(id, node);
            case "fitCheck" -> fit(id, node);
            case "haRestartCheck" -> restart(id, node);
            default ->
                throw new IllegalArgumentException(
                        "\"problem\" is none of minGpus, minHosts, minCost, fitCheck, haRestartCheck");
        };
    }

    private PlacementCase fewestGpus(String id, JsonNode node) {
        String sharing = node.path("sharing").asText("");
        List<VmClass> vms = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.path("demand").properties()) {
            GpuNeed need = switch (sharing) {
                case "MIG" -> new GpuNeed.Mig(entry.getKey());
                case "TIME_SLICED_EQUAL" -> new GpuNeed.TimeSliced(entry.getKey(), true);
                case "TIME_SLICED_EQUAL_OR_MIXED", "TIME_SLICED_MIXED" -> new GpuNeed.TimeSliced(entry.getKey());
                default ->
                    throw new IllegalArgumentException("\"sharing\" is none of MIG, TIME_SLICED_EQUAL,"
                            + " TIME_SLICED_MIXED, TIME_SLICED_EQUAL_OR_MIXED");
            };
            vms.add(VmClass.of(entry.getKey(), count(entry.getValue(), entry.getKey()), need, 0, 0));
        }
        Policy policy =
                sharing.equals("TIME_SLICED_MIXED") ? PER_GPU.withVgpuMode(Policy.VgpuMode.MIXED_SIZE) : PER_GPU;
        HostSpec gpu = HostSpec.of("gpu", 1, model(node), 0, 0);
        return new PlacementCase.FewestGpus(id, new PlacementProblem(List.of(new HostGroupSpec(gpu, 0)), vms, policy));
    }

    private PlacementProblem hosts(JsonNode node, int count) {
        return new PlacementProblem(List.of(new HostGroupSpec(host(node.path("hostType")), count)), vms(node), PER_GPU);
    }

    private static List<Integer> failures(JsonNode node) {
        List<Integer> failures = new ArrayList<>();
        JsonNode asked = node.path("expected").path("hostsWithHa");
        asked.properties().forEach(entry -> failures.add(Integer.parseInt(entry.getKey())));
        if (failures.isEmpty()) {
            failures.add(1);
            failures.add(2);
        }
        return failures;
    }

    private PlacementCase leastCost(String id, JsonNode node) {
        List<HostGroupSpec> groups = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (JsonNode type : node.path("hostTypes")) {
            groups.add(new HostGroupSpec(host(type), 0));
            costs.add((long) positive(type.path("cost"), "cost"));
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("\"hostTypes\" is empty");
        }
        int failures = node.has("haFailures") ? count(node.path("haFailures"), "haFailures") : 0;
        return new PlacementCase.LeastCost(id, new PlacementProblem(groups, vms(node), PER_GPU), costs, failures);
    }

    private PlacementCase fit(String id, JsonNode node) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<PlacedVm> running = new ArrayList<>();
        JsonNode existing = node.path("existing");
        if (!existing.isArray() || existing.isEmpty()) {
            throw new IllegalArgumentException("\"existing\" is no list of GPUs");
        }
        for (int gpu = 0; gpu < existing.size(); gpu++) {
            for (JsonNode part : existing.get(gpu)) {
                String profile = part.path("profile").asText("");
                running.add(new PlacedVm(
                        profile,
                        counts.merge(profile, 1, Integer::sum),
                        0,
                        List.of(new GpuSlot(
                                gpu,
                                PartitionMode.MIG,
                                profile,
                                part.path("start").asInt(-1)))));
            }
        }
        node.path("request")
                .properties()
                .forEach(entry -> counts.merge(entry.getKey(), count(entry.getValue(), entry.getKey()), Integer::sum));
        List<VmClass> vms = counts.entrySet().stream()
                .map(entry -> VmClass.of(entry.getKey(), entry.getValue(), new GpuNeed.Mig(entry.getKey()), 0, 0))
                .toList();
        HostSpec host = HostSpec.of("host", existing.size(), model(node), 0, 0);
        PlacementProblem problem = new PlacementProblem(List.of(new HostGroupSpec(host, 1)), vms, PER_GPU);
        PlacementProblem there = problem.withVms(vms.stream()
                .map(vm -> vm.withCount((int) running.stream()
                        .filter(one -> one.vmClass().equals(vm.id()))
                        .count()))
                .toList());
        PlacementChecker.check(there, new Placement(running, List.of(), List.of())).stream()
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException("what exists cannot be: " + wrong.words());
                });
        return new PlacementCase.Fit(id, problem, running);
    }

    private PlacementCase restart(String id, JsonNode node) {
        JsonNode hosts = node.path("placement");
        if (!hosts.isArray() || hosts.isEmpty()) {
            throw new IllegalArgumentException("\"placement\" is no list of hosts");
        }
        PlacementProblem problem = hosts(node, hosts.size());
        HostSpec host = problem.groups().getFirst().host();
        List<Map<String, Integer>> held = new ArrayList<>();
        List<HostRoom> rooms = new ArrayList<>();
        for (JsonNode one : hosts) {
            Map<String, Integer> counts = new TreeMap<>();
            int vcpu = host.vcpu();
            int memory = host.usableMemoryGib();
            int nics = host.countedNics();
            for (Map.Entry<String, JsonNode> entry : one.path("vms").properties()) {
                VmClass vm = problem.vm(entry.getKey());
                int machines = count(entry.getValue(), entry.getKey());
                counts.put(vm.id(), machines);
                vcpu = Math.subtractExact(vcpu, Math.multiplyExact(machines, vm.vcpu()));
                memory = Math.subtractExact(memory, Math.multiplyExact(machines, vm.memoryGib()));
                nics = Math.subtractExact(nics, Math.multiplyExact(machines, host.nicsOf(vm.gpu())));
            }
            List<GpuState> gpus = new ArrayList<>();
            for (JsonNode gpu : one.path("gpus")) {
                gpus.add(state(
                        host.geometry().orElseThrow(() -> new IllegalArgumentException("the hosts have no GPU")), gpu));
            }
            if (gpus.size() > host.gpus() || vcpu < 0 || memory < 0 || nics < 0) {
                throw new IllegalArgumentException("a host of the placement holds more than it has");
            }
            while (gpus.size() < host.gpus()) {
                gpus.add(new GpuState.Untouched());
            }
            held.add(counts);
            rooms.add(new HostRoom(0, vcpu, memory, nics, gpus));
        }
        return new PlacementCase.Restart(id, problem, held, rooms);
    }

    /** {@code mode} is MIG or MIX with a mask of taken units, FULL, or "EQ:PROFILE" with a count. */
    private static GpuState state(GpuGeometry geometry, JsonNode gpu) {
        String mode = gpu.path("mode").asText("");
        if (mode.equals("MIG")) {
            return partly(geometry, PartitionMode.MIG, gpu.path("occupiedSlotsMask"));
        }
        if (mode.equals("MIX")) {
            return partly(geometry, PartitionMode.MIXED_SIZE, gpu.path("occupiedSlotsMask"));
        }
        if (mode.equals("FULL")) {
            return new GpuState.Closed();
        }
        if (mode.startsWith("EQ:")) {
            String profile = mode.substring(3);
            Slice slice = geometry.equalSize()
                    .flatMap(scheme -> scheme.slice(profile))
                    .orElseThrow(() -> new IllegalArgumentException("no profile " + profile));
            int present = count(gpu.path("count"), "count");
            BitSet first = new BitSet();
            first.set(0, Math.multiplyExact(present, slice.size()));
            return new GpuState.OneSize(first, slice.size(), Map.of(profile, present));
        }
        throw new IllegalArgumentException("the \"mode\" of a GPU is none of MIG, MIX, FULL, EQ:PROFILE");
    }

    private static GpuState partly(GpuGeometry geometry, PartitionMode mode, JsonNode mask) {
        PartitionScheme scheme = geometry.scheme(mode)
                .orElseThrow(() -> new IllegalArgumentException("the GPU has no mode " + mode.words()));
        BigInteger bits = mask.isIntegralNumber() ? mask.bigIntegerValue() : BigInteger.ONE.negate();
        if (bits.signum() < 0 || bits.bitLength() > scheme.units()) {
            throw new IllegalArgumentException("\"occupiedSlotsMask\" is no mask of " + scheme.units() + " bits");
        }
        BitSet taken = new BitSet();
        for (int unit = 0; unit < scheme.units(); unit++) {
            taken.set(unit, bits.testBit(unit));
        }
        return new GpuState.Partly(mode, taken, Map.of());
    }

    private List<VmClass> vms(JsonNode node) {
        List<VmClass> vms = new ArrayList<>();
        for (JsonNode vm : node.path("vms")) {
            String profile = vm.path("profile").asText("");
            List<String> profiles = texts(vm.path("profile"));
            GpuNeed need = switch (vm.path("kind").asText("")) {
                case "MIG" ->
                    GpuNeed.Several.of(profiles.stream().map(GpuNeed.Mig::new).toList());
                case "EQ" ->
                    GpuNeed.Several.of(profiles.stream()
                            .map(one -> new GpuNeed.TimeSliced(one, true))
                            .toList());
                case "MIX" ->
                    GpuNeed.Several.of(
                            profiles.stream().map(GpuNeed.TimeSliced::new).toList());
                case "FULL" ->
                    new GpuNeed.Whole(count(vm.path("gpus"), "gpus"))
                            .withNics(vm.path("nics").asBoolean(false));
                case "CPU" -> new GpuNeed.None();
                default ->
                    throw new IllegalArgumentException("the \"kind\" of a VM is none of MIG, EQ, MIX, FULL, CPU");
            };
            VmClass read = VmClass.of(
                    vm.path("id").asText(""),
                    count(vm.path("count"), "count"),
                    need,
                    count(vm.path("vcpu"), "vcpu"),
                    count(vm.path("ramGiB"), "ramGiB"));
            vms.add(
                    need instanceof GpuNeed.Whole && vm.path("profile").isTextual()
                            ? read.withLabels(Set.of(profile))
                            : read);
        }
        return vms;
    }

    /** One profile, or those of a machine with several shares. */
    private static List<String> texts(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            return List.of(node.asText(""));
        }
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText("")));
        return texts;
    }

    /** Its label says which whole GPUs it offers: the model, and vGPUs of full size. */
    private HostSpec host(JsonNode type) {
        int gpus = count(type.path("gpus"), "gpus");
        Set<String> labels =
                gpus == 0 ? Set.of() : offers.getOrDefault(type.path("gpuModel").asText(""), Set.of());
        HostSpec host = new HostSpec(
                type.path("id").asText(""),
                gpus,
                gpus == 0 ? Optional.empty() : Optional.of(model(type)),
                count(type.path("vcpu"), "vcpu"),
                count(type.path("ramGiB"), "ramGiB"),
                0,
                labels);
        return type.has("nics") ? host.withNics(Optional.of(count(type.path("nics"), "nics"))) : host;
    }

    private GpuGeometry model(JsonNode node) {
        String name = node.path("gpuModel").asText("");
        return Optional.ofNullable(models.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        faults.containsKey(name)
                                ? "GPU model " + name + ": " + faults.get(name)
                                : "no GPU model is called \"" + name + "\""));
    }

    private static GpuGeometry geometry(String name, JsonNode model) {
        int slots = count(model.path("slots"), "slots");
        List<Slice> mig = new ArrayList<>();
        List<Slice> same = new ArrayList<>();
        List<Slice> mixed = new ArrayList<>();
        int frameBuffer = 1;
        for (JsonNode profile : model.path("profiles")) {
            String id = profile.path("name").asText("");
            int size = count(profile.path("slots"), "slots");
            if (profile.path("sharing").asText("").equals("MIG")) {
                List<Integer> starts = starts(profile.path("starts"));
                Slice slice = Slice.of(id, size, starts, starts.size());
                mig.add(id.contains("+me") ? slice.inGroup(Slice.MEDIA) : slice);
            } else {
                int most = count(profile.path("maxPerGpuEqualSize"), "maxPerGpuEqualSize");
                same.add(Slice.inRow(id, size, most));
                frameBuffer = Math.max(frameBuffer, Math.max(size * most, size));
                if (profile.path("mixedSizeStarts").isArray()) {
                    List<Integer> starts = starts(profile.path("mixedSizeStarts"));
                    mixed.add(Slice.of(id, size, starts, starts.size()));
                    frameBuffer = Math.max(frameBuffer, starts.getLast() + size);
                }
            }
        }
        return new GpuGeometry(
                name,
                1024L * frameBuffer,
                mig.isEmpty() ? Optional.empty() : Optional.of(PartitionScheme.mig(slots, mig)),
                same.isEmpty() ? Optional.empty() : Optional.of(PartitionScheme.equalSize(frameBuffer, same)),
                mixed.isEmpty() ? Optional.empty() : Optional.of(PartitionScheme.mixedSize(frameBuffer, mixed)));
    }

    private static Set<String> offers(String name, JsonNode model) {
        Set<String> offers = new HashSet<>(Set.of(name));
        for (JsonNode profile : model.path("profiles")) {
            if (profile.path("maxPerGpuEqualSize").asInt(0) == 1) {
                offers.add(profile.path("name").asText(""));
            }
        }
        return offers;
    }

    private static List<Integer> starts(JsonNode list) {
        List<Integer> starts = new ArrayList<>();
        list.forEach(node -> starts.add(count(node, "starts")));
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("a profile has no start");
        }
        return starts.stream().sorted().toList();
    }

    private static int positive(JsonNode value, String field) {
        int number = count(value, field);
        if (number == 0) {
            throw new IllegalArgumentException("\"" + field + "\" must be at least 1");
        }
        return number;
    }

    /** A whole number, also when it is written with a point. */
    private static int count(JsonNode value, String field) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if (number.signum() >= 0
                    && number.compareTo(BigDecimal.valueOf(MOST)) <= 0
                    && number.stripTrailingZeros().scale() <= 0) {
                return number.intValueExact();
            }
        }
        throw new IllegalArgumentException("\"" + field + "\" must be a whole number from 0 to " + MOST);
    }
}
