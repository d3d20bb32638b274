package org.sizewright.result;

import java.util.List;
import org.sizewright.figure.FigureBook;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.RackFit;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.sizing.Sizing;

/** Everything that was calculated for one option of a plan. */
public record OptionResult(
        ResolvedPlan plan,
        ResolvedOption option,
        Sizing sizing,
        List<ClusterPlacement> placements,
        RackFit.Fit racks,
        List<Finding> findings) {
    public OptionResult {
        placements = List.copyOf(placements);
        findings = List.copyOf(findings);
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
