package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.SamplePlans;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.placement.Proof;
import org.sizewright.plan.FileOperations;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.StepState;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

class SessionTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final Path SAMPLE = Path.of("assets/samples/plans/sample-plan.json");

    @TempDir
    private Path folder = Path.of("");

    private final Deque<Runnable> work = new ArrayDeque<>();
    private Recovery recovery = new Recovery(Path.of("unused"));
    private Storage storage = storage(recovery);

    private static Storage storage(Recovery recovery) {
        return new Storage(
                LIBRARY, CatalogRulesReader.readShipped(), recovery, FileOperations.ofSystem(), "Sizewright test");
    }

    @BeforeEach
    void useTheFolder() {
        recovery = new Recovery(folder.resolve("recovery"));
        storage = storage(recovery);
    }

    private Session session(Plan plan) {
        return new Session(storage, storage.fresh(plan), work::add, Runnable::run);
    }

    private void finishWork() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    private static PlanEdit context(int tokens) {
        return PlanEdit.of("Change context", plan -> {
            LlmServing llm = (LlmServing) plan.workload(WorkloadId.of("w1")).orElseThrow();
            return plan.withWorkload(llm.withContextTokens(tokens));
        });
    }

    @Test
    void onlyTheLatestCalculationIsPublished() {
        Session session = session(SamplePlans.standard());
        List<SessionState> seen = new ArrayList<>();
        session.subscribe(seen::add);
        session.edit(context(4096));
        session.edit(context(16_384));
        assertThat(session.state().calculating()).isTrue();
        finishWork();
        assertThat(session.state().calculating()).isFalse();
        // the first placement, then the proven one, both of the latest plan
        assertThat(seen.stream().flatMap(state -> state.result().stream()).map(PlanResult::proving))
                .containsExactly(true, false);
        LlmServing calculated = (LlmServing) session.state()
                .result()
                .orElseThrow()
                .plan()
                .plan()
                .workload(WorkloadId.of("w1"))
                .orElseThrow();
        assertThat(calculated.contextTokens()).isEqualTo(16_384);
    }

    @Test
    void impossibleEditChangesNothingAndSaysWhy() {
        Session session = session(SamplePlans.standard());
        Plan before = session.state().plan();
        Optional<Notice> notice = session.edit(context(-5));
        assertThat(notice)
                .hasValueSatisfying(told -> assertThat(told.sentence())
                        .isEqualTo("The context of Coding assistant must be 1 to 100000000, not -5."));
        assertThat(session.state().plan()).isSameAs(before);
        assertThat(session.state().undoLabel()).isEmpty();
    }

    @Test
    void savedPlanOpensAgainWithTheSameNumbers() throws IOException {
        Session session = session(SamplePlans.standard());
        session.openNow(Path.of("assets/samples/catalogs/sample-catalog-2023-layout.xlsx"));
        finishWork();
        String headline = session.state().live().orElseThrow().headline().toLine();
        Path file = folder.resolve("plan.json");
        List<Notice> notices = new ArrayList<>();
        session.saveTo(file, notices::add);
        finishWork();
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.DONE));
        assertThat(session.state().saved()).isTrue();

        // another machine: no catalog, and of the library only the rules, which belong to the program that checks them
        Storage elsewhere = new Storage(
                Library.of(Stream.concat(LIBRARY.rules().stream(), LIBRARY.sources().stream())
                        .toList()),
                CatalogRulesReader.readShipped(),
                new Recovery(folder.resolve("other")),
                FileOperations.ofSystem(),
                "Sizewright test");
        Session other = new Session(elsewhere, elsewhere.fresh(SamplePlans.standard()), work::add, Runnable::run);
        other.openNow(file);
        finishWork();
        assertThat(other.state().live().orElseThrow().headline().toLine()).isEqualTo(headline);
        assertThat(other.state().plan()).isEqualTo(session.state().plan());
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void unreadableFileIsRefusedAndChangesNothing() throws IOException {
        Session session = session(SamplePlans.standard());
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\"format\":\"sizewright-plan\",\"schema\":99}");
        SessionState before = session.state();
        Notice notice = session.openNow(file);
        assertThat(notice.kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(notice.sentence()).contains("newer");
        assertThat(session.state().plan()).isSameAs(before.plan());
        assertThat(Files.readString(file)).contains("99");
    }

    @Test
    void unsavedWorkIsRecoveredAfterACrashAndForgottenAfterACleanEnd() {
        Session crashed = session(SamplePlans.standard());
        crashed.edit(context(12_345));
        finishWork();
        Recovery next = new Recovery(folder.resolve("recovery"));
        assertThat(next.newest()).hasValueSatisfying(found -> {
            LlmServing llm = (LlmServing)
                    found.plan().plan().workload(WorkloadId.of("w1")).orElseThrow();
            assertThat(llm.contextTokens()).isEqualTo(12_345);
        });
        crashed.close();
        finishWork();
        assertThat(next.newest()).isEmpty();
    }

    @Test
    void undoneToTheSavedStateCountsAsSaved() {
        Session session = session(SamplePlans.standard());
        session.openNow(SAMPLE);
        assertThat(session.state().saved()).isTrue();
        session.edit(context(100));
        assertThat(session.state().saved()).isFalse();
        session.undo();
        assertThat(session.state().saved()).isTrue();
    }

    @Test
    void stepsThatGoOnAreKeptWithoutCalculatingAnew() {
        Session session = session(SamplePlans.standard());
        finishWork();
        PlanResult before = session.state().result().orElseThrow();
        StepKey step = new StepKey("account-hub", "");
        session.edit(PlanEdit.of(
                "Done",
                plan -> plan.withOption(plan.liveOption()
                        .withProgress(plan.liveOption()
                                .progress()
                                .with(step, state -> state.withStatus(StepState.Status.DONE))))));

        assertThat(session.state().calculating()).isFalse();
        PlanResult after = session.state().result().orElseThrow();
        assertThat(after.live().option().option().progress().of(step).status()).isEqualTo(StepState.Status.DONE);
        assertThat(after.plan().plan()).isEqualTo(session.state().plan());
        assertThat(after.live().sizing()).isSameAs(before.live().sizing());
        assertThat(after.placesAs(before)).isTrue();

        session.undo();
        assertThat(session.state().calculating()).isFalse();
        assertThat(session.state().plan().liveOption().progress().isEmpty()).isTrue();
        session.edit(context(16384));
        assertThat(session.state().calculating()).isTrue();
    }

    /** First fit finds 3 to 4 hosts there; the proof, which takes moments, says 4. */
    @Test
    void aLongerProofThatIsStoppedKeepsTheAnswerThatWasThere() {
        Session session = session(SamplePlans.standard());
        session.openNow(Path.of("assets/samples/plans/sample-documents.json"));
        finishWork();
        PlanResult proven = session.state().result().orElseThrow();
        Proof four = proven.live().placements().getFirst().proof().orElseThrow();
        assertThat(four).isInstanceOf(Proof.Optimal.class);

        List<PlanResult> seen = new ArrayList<>();
        session.proveLonger();
        session.subscribe(state -> state.result().ifPresent(seen::add));
        seen.clear();
        session.stopProof();
        finishWork();

        assertThat(seen).extracting(PlanResult::proving).containsExactly(true, false);
        assertThat(seen)
                .allSatisfy(shown ->
                        assertThat(shown.live().placements().getFirst().proof()).contains(four));
        assertThat(session.state().result().orElseThrow().options()).isEqualTo(proven.options());
        PlanResult first = Calculation.first(proven.plan(), Cancellation.never());
        assertThat(first.orBetter(proven).options()).isEqualTo(proven.options());
        assertThat(proven.orBetter(first).options()).isEqualTo(proven.options());
    }

    @Test
    void anExportThatIsStoppedWritesNothing() {
        Session session = session(SamplePlans.standard());
        finishWork();
        Path file = folder.resolve("build.xlsx");
        List<String> steps = new ArrayList<>();
        List<Notice> told = new ArrayList<>();
        AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
        stop.set(session.sheets()
                .exportTo(
                        file,
                        step -> {
                            steps.add(step);
                            if (step.startsWith("Working out growth, date 2")) {
                                stop.get().run();
                            }
                        },
                        told::add));
        finishWork();

        assertThat(steps).contains("Trying platform 1 of 4").last().isEqualTo("Working out growth, date 2 of 3");
        assertThat(told).containsExactly(Notice.done("The export was stopped; nothing was written."));
        assertThat(file).doesNotExist();

        session.sheets().exportTo(file, step -> {}, told::add);
        finishWork();
        assertThat(told).last().isEqualTo(Notice.done("Wrote build.xlsx."));
        assertThat(file).exists();
    }
}
