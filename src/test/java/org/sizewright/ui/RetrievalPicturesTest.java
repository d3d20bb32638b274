package org.sizewright.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.figure.Lane;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;
import org.sizewright.ui.workloads.WorkloadsView;

/** Draws retrieval in its states into target/gallery; fails where a word is cut. */
class RetrievalPicturesTest {
    private static final WorkloadId ID = WorkloadId.of("w3");
    private static final WorkloadPictures PICTURES =
            new WorkloadPictures("retrieval-", RetrievalPicturesTest::memoryOfACopy);

    private static Optional<Why> memoryOfACopy(Texts texts, OptionResult live) {
        return live.sizing()
                .demand
                .retrieval
                .flatMap(rag -> rag.rows.keys().stream()
                        .findFirst()
                        .map(row -> FigureWhy.of(
                                texts, live.figures(), rag.database.memoryPerReplica.cell(row, Lane.VALUE))));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void documentsInAGraph(Theme theme) throws IOException {
        PICTURES.draw("graph", plan(estimated()), 2, 0, theme, 1280, 720);
        PICTURES.draw("graph-figures", plan(estimated()), 2, 0.38, theme, 1280, 720);
        PICTURES.draw("graph-models", plan(estimated()), 2, 0.72, theme, 1280, 720);
        PICTURES.draw("graph-low", plan(estimated()), 2, 1, theme, 1280, 720);
        PICTURES.draw("graph-1920", plan(estimated()), 2, 0, theme, 1920, 1080);
        PICTURES.draw("graph-1920-low", plan(estimated()), 2, 1, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void codesWithAllModels(Theme theme) throws IOException {
        Retrieval full = Retrievals.full();
        Retrieval large = full.withCorpus(full.corpus()
                        .withDocuments(4_000_000)
                        .withTokens(Optional.empty())
                        .withFirstIndexingHours(2000))
                .withDatabaseVm(new VmShape(16, 4));
        PICTURES.draw("codes", plan(large), 2, 0.2, theme, 1280, 720);
        PICTURES.draw("codes-models", plan(large), 2, 0.62, theme, 1280, 720);
        PICTURES.draw("codes-1920", plan(large), 2, 0.3, theme, 1920, 1080);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wizard(Theme theme) throws IOException {
        Retrieval work = everyModel(estimated());
        for (int step = 0; step < 6; step++) {
            String name = "wizard-" + (step + 1);
            Consumer<WorkloadsView> open = WorkloadPictures.wizardAt(step);
            PICTURES.draw(name, plan(work), 2, 0, theme, 1280, 720, open);
            PICTURES.draw(name + "-low", plan(work), 2, 1, theme, 1280, 720, open);
            PICTURES.draw(name + "-1920", plan(work), 2, 0, theme, 1920, 1080, open);
        }
    }

    @Test
    void troubles() throws IOException {
        Plan plan = plan(estimated());
        PICTURES.draw(
                "unassigned", plan.withOption(plan.liveOption().withoutAssignment(ID)), 2, 0, Theme.LIGHT, 1280, 720);
    }

    private static Retrieval estimated() {
        Retrieval plain = Retrievals.plain();
        return plain.withCorpus(plain.corpus().withDocuments(250_000))
                .withStore(plain.store().withReplicas(2).withMetadataBytes(200).withTextBytesPerToken(Optional.of(4.0)))
                .withEmbedding(plain.embedding().withTokensPerSecond(Optional.empty()));
    }

    private static Retrieval everyModel(Retrieval work) {
        return work.withReranker(Retrievals.full().reranker())
                .withGuardrail(Retrievals.full().guardrail());
    }

    private static Plan plan(Retrieval retrieval) {
        return SamplePlans.standard().withWorkload(retrieval.withId(ID));
    }
}
