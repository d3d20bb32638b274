package org.sizewright.session;

import java.util.Optional;
import org.sizewright.buildsheet.BuildSheetSubject;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.result.growth.GrowthSteps;
import org.sizewright.result.platforms.PlatformTrials;

/** What a build sheet is made of, with the live option over time and on every platform. Takes as long as its growth is searched for. */
public final class SheetSubject {
    private SheetSubject() {}

    public static BuildSheetSubject of(
            PlanResult plan, OptionResult live, Optional<CatalogStamp> catalog, String writtenBy) {
        return new BuildSheetSubject(plan, live, catalog, writtenBy)
                .withPlatforms(PlatformTrials.of(live, Cancellation.never(), PlatformTrials.Progress.none()))
                .withGrowth(GrowthSteps.of(live, Cancellation.never(), GrowthSteps.Progress.none()));
    }
}
