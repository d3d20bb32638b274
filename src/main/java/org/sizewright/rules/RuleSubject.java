package org.sizewright.rules;

import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.RackFit;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.sizing.Sizing;

/** What rules look at: one option of a plan with its figures and its placement. */
public record RuleSubject(
        ResolvedPlan plan, ResolvedOption option, Sizing sizing, List<ClusterPlacement> placements, RackFit.Fit racks) {
    public RuleSubject {
        placements = List.copyOf(placements);
    }

    FigureBook figures() {
        return sizing.figures;
    }

    Value value(Figure figure, RowKey row) {
        return sizing.figures.value(figure, row);
    }
}
