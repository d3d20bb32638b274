package org.sizewright.rules;

import java.util.List;
import java.util.function.Consumer;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.CopySpread;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.sizing.retrieval.RetrievalModels;

/** Rules about retrieval: its vector database and the models that are served for it. */
final class RetrievalRules {

    private RetrievalRules() {}

    /** Parts are usual; a copy that not even the largest host holds needs a database that can be split. */
    static void aCopyIsOnOneMachine(Inspection at) {
        each(at, row -> {
            RetrievalFigures rag = retrieval(at);
            if (at.value(rag.database.shards, row) instanceof Value.Known shards
                    && at.value(rag.database.memoryPerReplica, row) instanceof Value.Known memory
                    && shards.number() > 1) {
                int largest = largestHost(at, row);
                boolean noHost = memory.number() > largest;
                String copy = "A copy of the database takes " + ValueText.of(memory, Unit.GIB);
                at.add(at.finding(
                                noHost ? at.severity() : Severity.NOTE,
                                row.title(),
                                (noHost
                                                ? copy + " and the largest host has " + ValueText.number(largest)
                                                        + " GiB for VMs"
                                                : copy + ", more than the memory of its machine")
                                        + ", so that it is split into " + ValueText.number(shards.number())
                                        + " parts.",
                                noHost
                                        ? "Choose a database that splits collections over machines, smaller elements or codes,"
                                                + " or hosts with more memory."
                                        : "Check that the database splits collections, or give its machine more memory.")
                        .withFigure(rag.database.memoryPerReplica.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id() + "/databaseVm/memoryGib"));
            }
        });
    }

    private static int largestHost(Inspection at, RowKey row) {
        return at.option().assignments().stream()
                .filter(assignment ->
                        assignment.workload().workload().id().value().equals(row.id()))
                .map(assignment -> assignment.cluster())
                .map(ResolvedCluster::groups)
                .flatMap(List::stream)
                .map(ResolvedGroup::group)
                .mapToInt(group -> group.memoryGib() - group.reservedMemoryGib())
                .max()
                .orElse(0);
    }

    static void copiesAreApart(Inspection at) {
        for (ClusterPlacement placed : at.placements()) {
            CopySpread.together(placed.whole(), placed.all()).stream()
                    .findFirst()
                    .ifPresent(first -> at.add(at.violated(
                                    PlacementRules.workloadName(at, first.vmClass()),
                                    first.machines() + " copies run on " + placed.hostName(first.host())
                                            + ": if it fails, the database stands still until they have restarted.",
                                    "Leave room on another host, or add a host; then keep them apart with a rule of the"
                                            + " hypervisor.")
                            .withPath("/workloads/" + VmClass.workloadOf(first.vmClass()) + "/store/replicas")));
        }
    }

    static void modelsFit(Inspection at) {
        eachModel(at, row -> {
            RetrievalModels models = retrieval(at).models;
            if (at.value(models.memory, row) instanceof Value.Known needed
                    && at.value(models.deviceMemory, row) instanceof Value.Known given
                    && needed.number() > given.number()) {
                at.add(at.violated(
                                row.title(),
                                models.modelOf(row).name() + " needs " + ValueText.of(needed, Unit.GIB) + "; "
                                        + models.subjectOf(row).device().name() + " gives "
                                        + ValueText.of(given, Unit.GIB) + ".",
                                "Give its machines a larger profile, or store its weights in fewer bits.")
                        .withFigure(models.memory.cell(row, Lane.VALUE))
                        .withPath(models.path(row, "model")));
            }
        });
    }

    static void speedsAreMeasured(Inspection at) {
        eachModel(at, row -> {
            RetrievalModels models = retrieval(at).models;
            if (models.isEstimated(row)) {
                Value rate = at.value(models.rate, row);
                at.add(at.unknown(
                                row.title(),
                                rate.isKnown()
                                        ? "Machines and hours rest on an estimate of "
                                                + ValueText.of(rate, Unit.TOKEN_PER_SECOND)
                                                + " per machine: "
                                                + models.reading.measured(row).text() + "."
                                        : "How fast " + models.modelOf(row).name() + " reads on "
                                                + models.subjectOf(row).device().name()
                                                + " is not known, so that its machines are unknown.",
                                "Measure it on one GPU with texts of this length and enter the result.")
                        .withFigure(models.rate.cell(row, Lane.VALUE))
                        .withPath(models.path(row, "tokensPerSecond")));
            }
        });
    }

    static void textsAreNotTooLong(Inspection at) {
        eachModel(at, row -> {
            RetrievalModels models = retrieval(at).models;
            if (at.value(models.text, row) instanceof Value.Known text) {
                models.longestText(row).ifPresent(most -> {
                    if (text.number() > most) {
                        at.add(at.violated(
                                        row.title(),
                                        models.modelOf(row).name() + " reads texts of up to "
                                                + ValueText.number(most) + " tokens; these have "
                                                + ValueText.number(text.number())
                                                + ", and it would cut off the rest.",
                                        "Shorten the passages or choose a model for longer texts.")
                                .withDistance(ValueText.number(text.number() - most) + " tokens too long")
                                .withFigure(models.text.cell(row, Lane.VALUE))
                                .withPath("/workloads/"
                                        + models.subjectOf(row)
                                                .search()
                                                .workload()
                                                .id() + "/corpus/chunkTokens"));
                    }
                });
            }
        });
    }

    static void segmentsDivideDimensions(Inspection at) {
        each(at, row -> {
            RetrievalFigures rag = retrieval(at);
            Search search = rag.subject(row).search();
            VectorIndex index = search.index();
            int segments = search.workload().store().codeSegments();
            if (index.hasCodes()
                    && at.value(rag.index.dimensions, row) instanceof Value.Known dimensions
                    && dimensions.number() % segments != 0) {
                at.add(at.violated(
                                row.title(),
                                segments + " segments do not divide " + ValueText.number(dimensions.number())
                                        + " dimensions.",
                                "Choose a number of segments that divides the dimensions, such as "
                                        + ValueText.number(divisor((int) dimensions.number(), segments)) + ".")
                        .withFigure(rag.index.dimensions.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id() + "/store/codeSegments"));
            }
        });
    }

    /** The largest number up to a limit that divides another. */
    private static int divisor(int number, int most) {
        for (int i = Math.min(number, most); i > 1; i--) {
            if (number % i == 0) {
                return i;
            }
        }
        return 1;
    }

    /** Of a plan with retrieval. */
    private static RetrievalFigures retrieval(Inspection at) {
        return at.sizing().demand.retrieval.orElseThrow();
    }

    private static void each(Inspection at, Consumer<RowKey> check) {
        at.sizing().demand.retrieval.ifPresent(rag -> rag.rows.keys().forEach(row -> check.accept(row)));
    }

    private static void eachModel(Inspection at, Consumer<RowKey> check) {
        at.sizing().demand.retrieval.ifPresent(rag -> rag.models.rows.keys().forEach(row -> check.accept(row)));
    }
}
