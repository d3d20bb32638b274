package org.sizewright.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Fact;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedWorkload;

/** Rules about how far the facts under a plan can be trusted. */
final class EvidenceRules {

    private static final String CHECK = "Check it against the vendor's data sheet before ordering.";

    private EvidenceRules() {}

    /** One finding per record of somebody's own library that the option rests on. */
    static void ownRecordsAreNamed(Inspection at) {
        Library library = at.plan().library();
        for (LibraryRecord record : restsOn(at)) {
            library.ownFile(record)
                    .ifPresent(file -> at.add(at.violated(
                            record.key(),
                            "The plan rests on an own record, " + file + ": "
                                    + record.kind().word() + " " + record.key()
                                    + (hasShippedSources(library, record) ? "." : "; it names no source."),
                            "Check that it is right, or remove it from " + file + " to go back to the shipped one.")));
        }
    }

    private static boolean hasShippedSources(Library library, LibraryRecord record) {
        return record.sources().stream().anyMatch(key -> library.source(key).isPresent());
    }

    private static Set<LibraryRecord> restsOn(Inspection at) {
        Set<LibraryRecord> records = new LinkedHashSet<>();
        at.option().clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .forEach(group -> {
                    records.add(group.gpu());
                    group.chassis().ifPresent(records::add);
                });
        for (ResolvedAssignment assignment : at.option().assignments()) {
            switch (assignment.workload()) {
                case ResolvedWorkload.Llm llm -> {
                    records.add(llm.model());
                    records.add(llm.weights());
                    records.add(llm.kvCache());
                    records.add(llm.engine());
                }
                case ResolvedWorkload.Search search -> {
                    records.add(search.index());
                    records.add(search.element());
                    records.add(search.engine());
                    search.models().forEach(model -> {
                        records.add(model.model());
                        records.add(model.weights());
                    });
                }
                case ResolvedWorkload.Tuning tuning ->
                    records.addAll(List.of(
                            tuning.model(),
                            tuning.method(),
                            tuning.weights(),
                            tuning.optimiser(),
                            tuning.stack(),
                            tuning.objective()));
                case ResolvedWorkload.Vms vms -> {}
            }
            switch (assignment.share()) {
                case GpuShare.Whole whole -> whole.fullType().ifPresent(records::add);
                case GpuShare.Shared shared -> shared.parts().forEach(part -> shared(part, assignment, records));
            }
        }
        return records;
    }

    private static void shared(
            GpuShare.Fraction part, ResolvedAssignment assignment, Collection<LibraryRecord> records) {
        switch (part) {
            case GpuShare.TimeSliced sliced -> records.add(sliced.type());
            case GpuShare.Mig mig -> {
                mig.vgpuType().ifPresent(records::add);
                assignment
                        .cluster()
                        .groups()
                        .forEach(group -> group.migProfiles().ifPresent(records::add));
            }
        }
    }

    /**
     * The same for facts that no figure holds but a rule or a placement goes by: what a chassis takes per GPU, the throughput
     * that says whether a GPU has a format, placements of MIG instances and of vGPUs.
     */
    private static void weakFactsOfRulesAreNamed(Inspection at) {
        Map<String, Finding> byFact = new LinkedHashMap<>();
        at.option().clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .forEach(group -> group.chassis()
                        .ifPresent(chassis -> weak(
                                at,
                                byFact,
                                group.group().name(),
                                "The most watts per GPU of " + chassis.model(),
                                chassis.key(),
                                chassis.maxGpu())));
        for (ResolvedAssignment assignment : at.option().assignments()) {
            String name = assignment.workload().workload().name();
            for (ResolvedGroup group : assignment.groups()) {
                if (assignment.workload() instanceof ResolvedWorkload.Llm llm) {
                    weak(
                            at,
                            byFact,
                            name,
                            "The throughput of " + group.gpu().name() + " in "
                                    + llm.weights().computeFormat().word(),
                            group.gpu().key(),
                            group.gpu().tflops(llm.weights().computeFormat()));
                }
                if (assignment.share() instanceof GpuShare.Shared shared
                        && shared.parts().getFirst() instanceof GpuShare.Mig) {
                    group.migProfiles()
                            .ifPresent(set -> weak(
                                    at,
                                    byFact,
                                    name,
                                    "Where MIG instances start on "
                                            + group.gpu().name(),
                                    set.key(),
                                    set.placementEvidence()));
                }
            }
        }
        byFact.values().forEach(at::add);
    }

    private static void weak(
            Inspection at, Map<String, Finding> byFact, String subject, String what, String record, Fact<?> fact) {
        if (fact instanceof Fact.Known<?> known) {
            weak(at, byFact, subject, what, record, known.evidence());
        }
    }

    private static void weak(
            Inspection at, Map<String, Finding> byFact, String subject, String what, String record, Evidence evidence) {
        String place = " (record " + record + ").";
        if (evidence == Evidence.RECALLED) {
            byFact.putIfAbsent(
                    what,
                    at.violated(
                            subject,
                            what + " is recalled from general knowledge, not read in a source" + place,
                            CHECK));
        } else if (evidence == Evidence.CONFLICTING) {
            byFact.putIfAbsent(
                    what, at.violated(subject, "Sources print different values for " + lower(what) + place, CHECK));
        }
    }

    /**
     * One finding per fact that was only recalled, or that sources contradict each other about: first those of figures, then those
     * of rules and placements.
     */
    static void weakFactsAreNamed(Inspection at) {
        Map<String, Finding> byFact = new LinkedHashMap<>();
        for (Figure figure : at.figures().figures()) {
            for (RowKey row : figure.rows().keys()) {
                figure.given(row)
                        .flatMap(given -> weak(at, figure.cell(row, Lane.VALUE), given)
                                .map(finding -> Map.entry(given.source().where(), finding)))
                        .ifPresent(found -> byFact.putIfAbsent(figure.title() + found.getKey(), found.getValue()));
            }
        }
        byFact.values().forEach(at::add);
        weakFactsOfRulesAreNamed(at);
    }

    private static Optional<Finding> weak(Inspection at, Cell cell, Given given) {
        Evidence evidence = given.source().evidence();
        String title = cell.figure().title();
        String where = " (" + given.source().where() + ").";
        if (!given.value().isKnown() || evidence != Evidence.RECALLED && evidence != Evidence.CONFLICTING) {
            return Optional.empty();
        }
        return Optional.of(at.violated(
                        cell.title(),
                        evidence == Evidence.RECALLED
                                ? title + " is recalled from general knowledge, not read in a source" + where
                                : "Sources print different values for " + title + where,
                        CHECK)
                .withFigure(cell));
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
