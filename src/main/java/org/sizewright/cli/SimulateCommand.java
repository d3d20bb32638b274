package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.arrival.ArrivalRun;
import org.sizewright.placement.arrival.ArrivalRun.Machine;
import org.sizewright.placement.arrival.ArrivalSimulation;
import org.sizewright.placement.arrival.GpuChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Machines that arrive one by one, at same size and at mixed size. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Starts virtual machines in the order of a file, once with GPUs at same size and once at mixed size.",
            "Same size takes GPUs in turn; mixed size takes hosts in turn and in each the fullest GPU that has room."
        })
final class SimulateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CASES.json",
            description = "a list of id, gpu, gpuMemoryGB, hosts, gpusPerHost, profiles, arrivals")
    private Path cases = Path.of("");

    @Option(names = "--out", paramLabel = "RESULTS.json", description = "write every outcome")
    private Optional<Path> out = Optional.empty();

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<SimulationCase> read;
        try {
            read = SimulationCase.read(JsonList.read(cases));
        } catch (JsonList.Unreadable unreadable) {
            return console.refuse(
                    String.valueOf(unreadable.getMessage()),
                    "The fields of a case are listed in src/docs/command-line.md.");
        }
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        console.print("%-12s %8s | %6s %7s %11s | %6s %7s %11s %8s"
                .formatted(
                        "case",
                        "machines",
                        "served",
                        "refused",
                        "used GB",
                        "served",
                        "refused",
                        "used GB",
                        "stranded"));
        for (SimulationCase one : read) {
            ArrivalRun same =
                    new ArrivalSimulation(one.problem(), PartitionMode.EQUAL_SIZE, GpuChoice.IN_TURN).run(one.events());
            Optional<ArrivalRun> mixed = one.geometry().mixedSize().isPresent()
                    ? Optional.of(new ArrivalSimulation(one.problem(), PartitionMode.MIXED_SIZE, GpuChoice.LEAST_FREE)
                            .run(one.events()))
                    : Optional.empty();
            ObjectNode result = results.addObject().put("id", one.id());
            result.set("same", toJson(same, one));
            result.set(
                    "mixed", mixed.map(run -> (JsonNode) mixed(run, one)).orElse(JsonNodeFactory.instance.nullNode()));
            console.print("%-12s %8d | %6d %7d %11d | %s"
                    .formatted(
                            one.id(),
                            one.events().size(),
                            same.figures().total().served(),
                            same.figures().refused(),
                            used(same),
                            mixed.map(run -> "%6d %7d %11d %8d"
                                            .formatted(
                                                    run.figures().total().served(),
                                                    run.figures().refused(),
                                                    used(run),
                                                    run.gpus().stream()
                                                            .mapToInt(gpu -> stranded(gpu, one))
                                                            .sum()))
                                    .orElse("placement ids are not known")));
        }
        return out.isPresent() && !console.write(out.get(), JsonText.of(results)) ? Console.UNREADABLE : Console.FINE;
    }

    private static ObjectNode mixed(ArrivalRun run, SimulationCase of) {
        ObjectNode node = toJson(run, of);
        ArrayNode stranded = node.putArray("strandedGBPerGpu");
        run.gpus().forEach(gpu -> stranded.add(stranded(gpu, of)));
        return node;
    }

    private static ObjectNode toJson(ArrivalRun run, SimulationCase of) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("served", run.figures().total().served())
                .put("rejected", run.figures().refused())
                .put("consumedGB", used(run));
        ArrayNode gpus = node.putArray("gpus");
        Map<List<Integer>, ArrayNode> placed = new HashMap<>();
        for (ArrivalRun.Gpu gpu : run.gpus()) {
            ObjectNode one = gpus.addObject().put("host", gpu.host()).put("usedGB", used(gpu));
            placed.put(List.of(gpu.host(), gpu.gpu()), one.putArray("placed"));
        }
        ArrayNode refused = node.putArray("rejectedVmIndexes");
        for (int i = 0; i < run.machines().size(); i++) {
            switch (run.machines().get(i)) {
                case Machine.Running running -> {
                    GpuSlot slot = running.place().gpus().getFirst();
                    List<Integer> gpu = List.of(running.place().host(), slot.gpu());
                    Objects.requireNonNull(placed.get(gpu))
                            .addArray()
                            .add(slot.start())
                            .add(size(of, slot));
                }
                case Machine.Refused machine -> refused.add(i);
                case Machine.Gone machine -> {}
            }
        }
        return node.putNull("strandedGBPerGpu");
    }

    private static int size(SimulationCase of, GpuSlot slot) {
        return of.geometry()
                .scheme(slot.mode())
                .flatMap(scheme -> scheme.slice(slot.profile()))
                .orElseThrow()
                .size();
    }

    private static int used(ArrivalRun run) {
        return run.gpus().stream().mapToInt(SimulateCommand::used).sum();
    }

    private static int used(ArrivalRun.Gpu gpu) {
        return gpu.layout().map(GpuLayout::usedUnits).orElse(0);
    }

    private static int stranded(ArrivalRun.Gpu gpu, SimulationCase of) {
        return gpu.layout().map(layout -> layout.stranded(of.profiles())).orElse(0);
    }
}
