package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
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
    private static final Source DATABASE =
            Source.of("Memory of the database against its machines", "", "", Evidence.COMPUTED);
    private static final Source COPIES = Source.of(
            "Copies of a database are there so that one of them survives a host",
            "qdrant.tech, Distributed Deployment",
            "2026",
            Evidence.INFERRED);
    private static final Source CONFIG = Source.of("Configuration of the model", "config.json", "", Evidence.VERIFIED);
    private static final Source CODES = Source.of(
            "Product quantisation: the segments divide the dimensions",
            "github.com/facebookresearch/faiss/wiki/Faiss-indexes",
            "2026",
            Evidence.VERIFIED);
    private static final RuleCard WHOLE =
            RuleCard.of("RAG-101", "A copy of the vector database is on one machine", DATABASE);
    private static final RuleCard APART =
            RuleCard.of("RAG-102", "Copies of the vector database run on different hosts", COPIES);
    private static final RuleCard FITS = RuleCard.of("RAG-103", "The model fits on the GPU of its machine", DATABASE);
    private static final RuleCard MEASURED =
            RuleCard.of("RAG-104", "How fast the models for retrieval read was measured", DATABASE);
    private static final RuleCard LENGTH =
            RuleCard.of("RAG-105", "Texts are no longer than the model was made for", CONFIG);
    private static final RuleCard SEGMENTS =
            RuleCard.of("RAG-106", "The segments of a code divide the dimensions", CODES);

    private RetrievalRules() {}

    /** Parts are usual; a copy that not even the largest host holds needs a database that can be split. */
    static List<Finding> aCopyIsOnOneMachine(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            RetrievalFigures rag = retrieval(subject);
            if (subject.value(rag.database.shards, row) instanceof Value.Known shards
                    && subject.value(rag.database.memoryPerReplica, row) instanceof Value.Known memory
                    && shards.number() > 1) {
                int largest = largestHost(subject, row);
                boolean noHost = memory.number() > largest;
                String copy = "A copy of the database takes " + ValueText.of(memory, Unit.GIB);
                findings.add(Finding.of(
                                noHost ? Severity.WARNING : Severity.NOTE,
                                WHOLE,
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

    private static int largestHost(RuleSubject subject, RowKey row) {
        return subject.option().assignments().stream()
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

    static List<Finding> copiesAreApart(RuleSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ClusterPlacement placed : subject.placements()) {
            CopySpread.together(placed.whole(), placed.all()).stream()
                    .findFirst()
                    .ifPresent(first -> findings.add(Finding.of(
                                    Severity.WARNING,
                                    APART,
                                    PlacementRules.workloadName(subject, first.vmClass()),
                                    first.machines() + " copies run on " + placed.hostName(first.host())
                                            + ": if it fails, the database stands still until they have restarted.",
                                    "Leave room on another host, or add a host; then keep them apart with a rule of the"
                                            + " hypervisor.")
                            .withPath("/workloads/" + VmClass.workloadOf(first.vmClass()) + "/store/replicas")));
        }
        return findings;
    }

    static List<Finding> modelsFit(RuleSubject subject) {
        return eachModel(subject, (row, findings) -> {
            RetrievalModels models = retrieval(subject).models;
            if (subject.value(models.memory, row) instanceof Value.Known needed
                    && subject.value(models.deviceMemory, row) instanceof Value.Known given
                    && needed.number() > given.number()) {
                findings.add(Finding.of(
                                Severity.ERROR,
                                FITS,
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

    static List<Finding> speedsAreMeasured(RuleSubject subject) {
        return eachModel(subject, (row, findings) -> {
            RetrievalModels models = retrieval(subject).models;
            if (models.isEstimated(row)) {
                Value rate = subject.value(models.rate, row);
                findings.add(Finding.of(
                                Severity.OPEN_ITEM,
                                MEASURED,
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

    static List<Finding> textsAreNotTooLong(RuleSubject subject) {
        return eachModel(subject, (row, findings) -> {
            RetrievalModels models = retrieval(subject).models;
            if (subject.value(models.text, row) instanceof Value.Known text) {
                models.longestText(row).ifPresent(most -> {
                    if (text.number() > most) {
                        findings.add(Finding.of(
                                        Severity.WARNING,
                                        LENGTH,
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

    static List<Finding> segmentsDivideDimensions(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            RetrievalFigures rag = retrieval(subject);
            Search search = rag.subject(row).search();
            VectorIndex index = search.index();
            int segments = search.workload().store().codeSegments();
            if (index.hasCodes()
                    && subject.value(rag.index.dimensions, row) instanceof Value.Known dimensions
                    && dimensions.number() % segments != 0) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                SEGMENTS,
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
    private static RetrievalFigures retrieval(RuleSubject subject) {
        return subject.sizing().demand.retrieval.orElseThrow();
    }

    private static List<Finding> each(RuleSubject subject, BiConsumer<RowKey, List<Finding>> check) {
        List<Finding> findings = new ArrayList<>();
        subject.sizing().demand.retrieval.ifPresent(rag -> rag.rows.keys().forEach(row -> check.accept(row, findings)));
        return findings;
    }

    private static List<Finding> eachModel(RuleSubject subject, BiConsumer<RowKey, List<Finding>> check) {
        List<Finding> findings = new ArrayList<>();
        subject.sizing()
                .demand
                .retrieval
                .ifPresent(rag -> rag.models.rows.keys().forEach(row -> check.accept(row, findings)));
        return findings;
    }
}
