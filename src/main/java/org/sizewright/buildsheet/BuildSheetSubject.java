package org.sizewright.buildsheet;

import java.util.Optional;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.result.growth.GrowthPlan;
import org.sizewright.result.platforms.PlatformComparison;

/**
 * What a build sheet is made of.
 *
 * @param plan the results of all options, for the comparison
 * @param live the option that is exported with live formulas
 * @param catalog the server list that the plan was made with, where it is known
 * @param writtenBy application with its version
 * @param growth the live option over time, where it was worked out
 * @param platforms the live option on every platform, where it was worked out
 */
public record BuildSheetSubject(
        PlanResult plan,
        OptionResult live,
        Optional<CatalogStamp> catalog,
        String writtenBy,
        Optional<GrowthPlan> growth,
        Optional<PlatformComparison> platforms) {
    /** Of today and of the platform in use alone. */
    public BuildSheetSubject(PlanResult plan, OptionResult live, Optional<CatalogStamp> catalog, String writtenBy) {
        this(plan, live, catalog, writtenBy, Optional.empty(), Optional.empty());
    }

    public BuildSheetSubject withGrowth(GrowthPlan steps) {
        return new BuildSheetSubject(plan, live, catalog, writtenBy, Optional.of(steps), platforms);
    }

    public BuildSheetSubject withPlatforms(PlatformComparison comparison) {
        return new BuildSheetSubject(plan, live, catalog, writtenBy, growth, Optional.of(comparison));
    }
}
