package org.sizewright.ui;

import java.util.Optional;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.BuildSheetSubject;
import org.sizewright.buildsheet.BuildSheets;
import org.sizewright.library.ModelId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;
import org.sizewright.session.SessionState;

/** The states of a session that the build sheet is shown for, made of the sample plan. */
public final class SheetStates {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private SheetStates() {}

    public static PlanResult result(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
    }

    public static SessionState of(Plan plan, Optional<PlanResult> result, boolean calculating) {
        return new SessionState(
                1,
                plan,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                REFERENCES.library(),
                Optional.empty(),
                result,
                calculating);
    }

    /** The sample plan with its result. */
    public static SessionState calculated() {
        Plan plan = SamplePlans.standard();
        return of(plan, Optional.of(result(plan)), false);
    }

    /** The sample plan with a model that nobody knows. */
    public static SessionState unresolved() {
        Plan plan = SamplePlans.standard();
        Workload.LlmServing first = (Workload.LlmServing) plan.workloads().getFirst();
        Plan odd = plan.withWorkload(first.withModel(ModelId.of("example/not-in-the-library")));
        return of(odd, Optional.of(result(odd)), false);
    }

    public static Optional<BuildSheet> build(SessionState state) {
        return state.result()
                .flatMap(result -> state.live()
                        .map(live -> BuildSheets.of(
                                new BuildSheetSubject(result, live, Optional.empty(), "Sizewright 0.1.0"))));
    }
}
