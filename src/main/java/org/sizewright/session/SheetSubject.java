package org.sizewright.session;

import java.util.Optional;
import java.util.function.Consumer;
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
        return of(plan, live, catalog, writtenBy, Cancellation.never(), step -> {});
    }

    /**
     * The same, stopped when it is no longer wanted.
     *
     * @param progress hears what is being worked out
     * @throws Cancellation.Superseded when it was stopped
     */
    static BuildSheetSubject of(
            PlanResult plan,
            OptionResult live,
            Optional<CatalogStamp> catalog,
            String writtenBy,
            Cancellation cancellation,
            Consumer<String> progress) {
        return new BuildSheetSubject(plan, live, catalog, writtenBy)
                .withPlatforms(PlatformTrials.of(
                        live,
                        cancellation,
                        (done, all) -> progress.accept("Trying platform " + Math.min(done + 1, all) + " of " + all)))
                .withGrowth(GrowthSteps.of(
                        live,
                        cancellation,
                        (done, all) ->
                                progress.accept("Working out growth, date " + Math.min(done + 1, all) + " of " + all)));
    }
}
