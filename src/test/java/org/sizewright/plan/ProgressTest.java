package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.plan.StepState.Status;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;

class ProgressTest {
    private static final StepKey STEP = new StepKey("bios-sr-iov", "g1");
    private static final StepKey OTHER = new StepKey("account-hub", "");

    @Test
    void aStepIsNewUntilSomethingIsSaidAboutIt() {
        assertThat(Progress.NOTHING.of(STEP)).isEqualTo(StepState.NEW);
        assertThat(Progress.NOTHING
                        .with(STEP, state -> state.withStatus(Status.DONE))
                        .of(STEP)
                        .status())
                .isEqualTo(Status.DONE);
    }

    @Test
    void whatIsNewAgainIsNotKept() {
        Progress begun = Progress.NOTHING.with(STEP, state -> state.withOwner("Platform team"));

        assertThat(begun.with(STEP, state -> state.withOwner(""))).isEqualTo(Progress.NOTHING);
    }

    @Test
    void severalStepsGetOneOwner() {
        Progress progress = Progress.NOTHING
                .with(STEP, state -> state.withStatus(Status.DONE))
                .withAll(List.of(STEP, OTHER), state -> state.withOwner("Platform team"));

        assertThat(progress.of(STEP)).isEqualTo(new StepState(Status.DONE, "Platform team", Optional.empty(), ""));
        assertThat(progress.of(OTHER).owner()).isEqualTo("Platform team");
    }

    @Test
    void statesSurviveEveryOtherChangeOfTheOption() {
        Option before = SamplePlans.standard().liveOption();
        Progress progress = Progress.NOTHING
                .with(
                        STEP,
                        state -> state.withStatus(Status.IN_PROGRESS)
                                .withDate(Optional.of(LocalDate.of(2026, 12, 1)))
                                .withNote("Waiting for parts"))
                .with(new StepKey("bios-sr-iov", "g9"), state -> state.withOwner("A group that is gone"));

        Option after = before.withProgress(progress)
                .withName("Other")
                .withPlatform(Option.Platform.BARE_METAL)
                .withSetup(Setup.UNKNOWN.withPlatform(
                        settings -> settings.with(PlatformSettings.VSPHERE, Release.of("8.0U3"))))
                .withoutAssignment(WorkloadId.of("w1"))
                .withPins(List.of())
                .copy(OptionId.of("z"), "Copy");

        assertThat(after.progress()).isEqualTo(progress);
    }

    @Test
    void ownersAndNotesAreTrimmedAndNotEndless() {
        assertThat(StepState.NEW.withOwner("  Platform team ").owner()).isEqualTo("Platform team");
        assertThatThrownBy(() -> StepState.NEW.withOwner("x".repeat(81))).hasMessage("an owner has at most 80 letters");
        assertThatThrownBy(() -> StepState.NEW.withNote("x".repeat(1001)))
                .hasMessage("a note has at most 1000 letters");
    }
}
