package org.sizewright.result;

import java.util.List;
import java.util.Map;
import org.sizewright.figure.FigureBook;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.RackFit;
import org.sizewright.placement.maintenance.HostMaintenance;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.sizing.Sizing;

/**
 * Everything that was calculated for one option of a plan.
 *
 * @param maintenance how each host is emptied, by cluster; not worked out for placements that are still to be proven
 * @param existing whether everything fits on the hosts that are there, for clusters that have such; not worked out for placements that
 *     are still to be proven
 */
public record OptionResult(
        ResolvedPlan plan,
        ResolvedOption option,
        Sizing sizing,
        List<ClusterPlacement> placements,
        RackFit.Fit racks,
        List<Finding> findings,
        Map<ClusterId, List<HostMaintenance>> maintenance,
        Map<ClusterId, ExistingFit> existing) {
    /** Without how hosts are emptied and what fits on those that are there. */
    public OptionResult(
            ResolvedPlan plan,
            ResolvedOption option,
            Sizing sizing,
            List<ClusterPlacement> placements,
            RackFit.Fit racks,
            List<Finding> findings) {
        this(plan, option, sizing, placements, racks, findings, Map.of(), Map.of());
    }

    public OptionResult {
        maintenance = Map.copyOf(maintenance);
        existing = Map.copyOf(existing);
        placements = List.copyOf(placements);
        findings = List.copyOf(findings);
    }

    /** The same for a plan of which nothing differs but how far its steps are. */
    OptionResult withProgressOf(ResolvedPlan changed) {
        return new OptionResult(
                changed,
                option.withProgress(changed.plan()
                        .option(option.option().id())
                        .orElseThrow()
                        .progress()),
                sizing,
                placements,
                racks,
                findings,
                maintenance,
                existing);
    }

    public FigureBook figures() {
        return sizing.figures;
    }

    /** Whether some workloads run only in windows of the week. */
    public boolean hasWeek() {
        return placements.stream().anyMatch(placed -> placed.week().isPresent());
    }

    /** Findings of that severity that nobody accepted. */
    public long open(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity && finding.isOpen())
                .count();
    }

    public Headline headline() {
        return Headline.of(this);
    }
}
