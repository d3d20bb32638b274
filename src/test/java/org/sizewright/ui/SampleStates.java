package org.sizewright.ui;

import java.util.Optional;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.Catalog;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;

/** States of a session with the bundled library and the sample catalog, for tests of screens. */
final class SampleStates {
    private final SampleReferences references = new SampleReferences();
    private final OpenCatalog catalog;

    SampleStates() {
        Catalog servers = references.catalog();
        catalog = OpenCatalog.of(
                references.catalogImport(),
                servers,
                CatalogRulesReader.readShipped().cpus(),
                references.library());
    }

    SampleReferences references() {
        return references;
    }

    /** The sample plan, calculated, with the catalog open. */
    SessionState standard() {
        return calculated(SamplePlans.standard());
    }

    SessionState calculated(Plan plan) {
        return new SessionState(
                1,
                plan,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                references.library(),
                Optional.of(catalog),
                Optional.of(Calculation.of(Resolver.resolve(plan, references), Cancellation.never())),
                false);
    }

    SessionState edited(SessionState before, PlanEdit edit) {
        return calculated(edit.change().apply(before.plan()));
    }

    /** Nothing calculated, no catalog. */
    SessionState bare() {
        return new SessionState(
                0,
                SamplePlans.standard(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                references.library(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
