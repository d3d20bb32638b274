package org.sizewright.placement;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What every failure of so many hosts does to a placement.
 *
 * @param hostsAtOnce how many hosts fail at once
 * @param failures one entry per set of failing hosts
 * @param wayOut what is known of placements that survive where this one does not, in sentences; empty if nothing is
 */
public record Resilience(int hostsAtOnce, List<HostFailure> failures, String wayOut) {
    /** With nothing known of other placements. */
    public Resilience(int hostsAtOnce, List<HostFailure> failures) {
        this(hostsAtOnce, failures, "");
    }

    public Resilience {
        failures = List.copyOf(failures);
    }

    public Resilience withWayOut(String sentences) {
        return new Resilience(hostsAtOnce, failures, sentences);
    }

    /** Whether everything that must restart does, whichever hosts fail. */
    public boolean isSurvived() {
        return failures.stream().allMatch(HostFailure::isSurvived);
    }

    /** The failures after which something that must restart does not. */
    public List<HostFailure> notSurvived() {
        return failures.stream().filter(failure -> !failure.isSurvived()).toList();
    }

    /** The answer in one sentence; hosts are numbered from 1 in words. */
    public String verdict() {
        if (hostsAtOnce == 0) {
            return "No host failure is planned for.";
        }
        String what = hostsAtOnce == 1 ? "any host failure" : "any " + hostsAtOnce + " host failures";
        List<HostFailure> bad = notSurvived();
        if (bad.isEmpty()) {
            return "Survives " + what + ".";
        }
        HostFailure worst = bad.stream()
                .max((a, b) -> Integer.compare(a.lost().size(), b.lost().size()))
                .orElseThrow();
        String every = hostsAtOnce == 1 ? "every host failure" : "every failure of " + hostsAtOnce + " hosts";
        return "Does not survive " + every + ": " + unsurvived(bad) + "; worst is host "
                + worst.hosts().stream().map(host -> String.valueOf(host + 1)).collect(Collectors.joining(" and "))
                + ", after which " + worst.lost().size() + " of "
                + (worst.lost().size() + worst.restarted().size() + worst.down().size())
                + " machines stay down ("
                + worst.lost().stream()
                        .collect(Collectors.groupingBy(RefusedVm::vmClass, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getValue() + " × " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + ").";
    }

    /** The answer where so many machines have no place: what survives says nothing of them, so they come first. */
    public String verdict(int unplaced) {
        if (unplaced == 0 || hostsAtOnce == 0) {
            return verdict();
        }
        String first = unplaced + (unplaced == 1 ? " machine has" : " machines have") + " no place.";
        return isSurvived() ? first : first + " " + verdict();
    }

    /** How many of the failures that are not survived could not be, whatever restarts where. */
    public long ruledOut() {
        return failures.stream().filter(HostFailure::isRuledOut).count();
    }

    private String unsurvived(List<HostFailure> bad) {
        String of = "for " + bad.size() + " of " + failures.size() + " failures ";
        long proven = ruledOut();
        if (proven == bad.size()) {
            return of + "it is proven that not everything can restart";
        }
        return of + "no restart was found"
                + (proven == 0
                        ? ", and none is ruled out"
                        : "; for " + proven + " of them it is proven that there is none");
    }
}
