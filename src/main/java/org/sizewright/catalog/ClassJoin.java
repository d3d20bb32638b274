package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sizewright.catalog.ImportResult.Imported;

/**
 * The class of each server with each GPU, from the sources in their order: a column of the list, the filter of the export, a list of
 * certified systems, the user. Certified systems are joined on vendor, model and GPU; where only vendor and model agree the class is
 * proposed and holds once the user confirms it.
 *
 * @param joined the list with the classes
 * @param matched entries of the list that a certified list has as well
 * @param proposals entries whose server a certified list has with another GPU, or with one that is left open
 * @param onlyInList entries that no certified list has
 * @param onlyCertified certified systems that the list does not have
 * @param contradictions entries whose own class is another one than a certified list's; their own holds
 */
public record ClassJoin(
        Imported joined,
        List<Match> matched,
        List<Proposal> proposals,
        List<CatalogEntry> onlyInList,
        List<CatalogEntry> onlyCertified,
        List<Match> contradictions) {
    /** An entry and the certified systems that are the same server with the same GPU. */
    public record Match(CatalogEntry entry, List<CatalogEntry> certified) {
        public Match {
            certified = List.copyOf(certified);
        }
    }

    /**
     * An entry and certified systems of the same server with another GPU.
     *
     * @param entry the entry
     * @param certified the certified systems
     * @param confirmed whether the user said that their class holds for the entry
     */
    public record Proposal(CatalogEntry entry, List<CatalogEntry> certified, boolean confirmed) {
        public Proposal {
            certified = List.copyOf(certified);
        }
    }

    public ClassJoin {
        Objects.requireNonNull(joined, "joined");
        matched = List.copyOf(matched);
        proposals = List.copyOf(proposals);
        onlyInList = List.copyOf(onlyInList);
        onlyCertified = List.copyOf(onlyCertified);
        contradictions = List.copyOf(contradictions);
    }

    static ClassJoin of(Imported list, List<CertifiedList> certified, ImportChoices choices) {
        Map<String, List<CatalogEntry>> byServer = new LinkedHashMap<>();
        certified.stream()
                .flatMap(one -> one.entries().stream())
                .forEach(entry -> byServer.computeIfAbsent(entry.id().server(), server -> new ArrayList<>())
                        .add(entry));
        List<Match> matched = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        List<CatalogEntry> onlyInList = new ArrayList<>();
        List<Match> contradictions = new ArrayList<>();
        Set<CatalogEntry> met = new LinkedHashSet<>();
        Map<EntryId, SystemClass> classes = new HashMap<>();
        for (CatalogEntry entry : list.entries()) {
            List<CatalogEntry> sameServer = byServer.getOrDefault(entry.id().server(), List.of());
            List<CatalogEntry> same = sameServer.stream()
                    .filter(other -> sameGpu(entry.gpu(), other.gpu()))
                    .toList();
            Optional<SystemClass> found = Optional.empty();
            if (!same.isEmpty()) {
                met.addAll(same);
                matched.add(new Match(entry, same));
                found = classOf(same);
                if (found.filter(other -> contradicts(entry.systemClass(), other))
                        .isPresent()) {
                    contradictions.add(new Match(entry, same));
                }
            } else if (!sameServer.isEmpty()) {
                boolean confirmed = choices.confirmed().contains(entry.id());
                proposals.add(new Proposal(entry, sameServer, confirmed));
                found = confirmed ? classOf(sameServer) : Optional.empty();
            } else {
                onlyInList.add(entry);
            }
            if (!entry.systemClass().isKnown()) {
                found.or(() -> said(entry, choices)).ifPresent(known -> classes.put(entry.id(), known));
            }
        }
        List<CatalogEntry> onlyCertified = byServer.values().stream()
                .flatMap(List::stream)
                .filter(entry -> !met.contains(entry))
                .toList();
        Imported joined =
                list.withEntries(entry -> entry.withSystemClass(classes.getOrDefault(entry.id(), entry.systemClass())));
        return new ClassJoin(joined, matched, proposals, onlyInList, onlyCertified, contradictions);
    }

    /** Chip and form must agree; a memory size counts only where both name one. */
    private static boolean sameGpu(GpuName one, GpuName other) {
        if (one.chip().isEmpty()
                || !one.chip().equals(other.chip())
                || !one.form().equals(other.form())) {
            return false;
        }
        return one.memoryGb().isEmpty()
                || other.memoryGb().isEmpty()
                || one.memoryGb().equals(other.memoryGb());
    }

    /** The class of certified systems; several classes are told together, in the list's order. */
    private static Optional<SystemClass> classOf(List<CatalogEntry> certified) {
        Map<String, SystemClass> byText = new LinkedHashMap<>();
        certified.stream()
                .map(CatalogEntry::systemClass)
                .filter(SystemClass::isKnown)
                .forEach(known -> byText.putIfAbsent(known.text(), known));
        return byText.values().stream()
                .findFirst()
                .map(first -> new SystemClass(first.kind(), String.join("; ", byText.keySet()), first.origin()));
    }

    private static boolean contradicts(SystemClass own, SystemClass certified) {
        return own.isKnown()
                && own.kind() != certified.kind()
                && own.kind() != SystemClass.Kind.OTHER
                && certified.kind() != SystemClass.Kind.OTHER;
    }

    private static Optional<SystemClass> said(CatalogEntry entry, ImportChoices choices) {
        return Optional.ofNullable(choices.classes().get(entry.id().server()))
                .map(SystemClass::parse)
                .filter(SystemClass::isKnown)
                .map(known -> known.from(ClassOrigin.Source.MANUAL, "Said by the user", choices.date()));
    }
}
