package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.sizewright.figure.ValueText;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.advice.ClusterUse;
import org.sizewright.placement.advice.PolicyComparison;
import org.sizewright.placement.advice.ProfileAdvice;
import org.sizewright.placement.advice.ProfileAdvisor;
import org.sizewright.placement.advice.ProfileQuestion;
import org.sizewright.placement.advice.ProfileReplacement;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;

/** Puts advice on profiles into the words and numbers that are shown. */
final class ProfileWords {
    private final Texts texts;

    ProfileWords(Texts texts) {
        this.texts = texts;
    }

    ProfilePage.Advice advice(ProfileQuestion question, ProfileAdvice one) {
        PartitionMode mode = ProfileAdvisor.mode(question, one);
        PartitionMode first = mode == PartitionMode.MIG ? PartitionMode.MIG : PartitionMode.EQUAL_SIZE;
        Optional<ProfileAdvice.Density> here = one.density(mode);
        return new ProfilePage.Advice(
                one.profile(),
                switch (one.verdict()) {
                    case OFFER -> texts.get("profiles.offer");
                    case POSSIBLE -> texts.get("profiles.possible");
                    case AVOID -> texts.get("profiles.avoid");
                },
                switch (one.verdict()) {
                    case OFFER -> Tone.OK;
                    case POSSIBLE -> Tone.INFO;
                    case AVOID -> Tone.WARN;
                },
                one.reason(),
                one.sizeGib(),
                one.spareGib(),
                most(one, first),
                most(one, PartitionMode.MIXED_SIZE),
                here.isPresent() ? OptionalDouble.of(here.get().leftGib()) : OptionalDouble.empty(),
                numbers(one, first),
                numbers(one, PartitionMode.MIXED_SIZE));
    }

    private static OptionalInt most(ProfileAdvice one, PartitionMode mode) {
        return one.density(mode).stream().mapToInt(ProfileAdvice.Density::most).findFirst();
    }

    private static ProfilePage.Numbers numbers(ProfileAdvice one, PartitionMode mode) {
        return one.outcome(mode)
                .map(outcome -> new ProfilePage.Numbers(
                        OptionalInt.of(outcome.refused(PolicyComparison.MOST_ORDERS)),
                        OptionalDouble.of(outcome.stranded(PolicyComparison.MOST_ORDERS))))
                .orElse(ProfilePage.Numbers.NONE);
    }

    /** What a verdict rests on. */
    Why why(ProfilePage.Advice one, double needGib) {
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(given("profiles.why.need", ValueText.number(needGib, 1) + " GiB"));
        inputs.add(given("profiles.why.size", ValueText.number(one.sizeGib(), 1) + " GiB"));
        one.same().ifPresent(most -> inputs.add(given("profiles.why.same", String.valueOf(most))));
        one.mixed().ifPresent(most -> inputs.add(given("profiles.why.mixed", String.valueOf(most))));
        one.left().ifPresent(left -> inputs.add(given("profiles.why.left", ValueText.number(left, 1) + " GiB")));
        return Why.finding(texts.get("profiles.why.title", one.profile(), one.text()), one.reason(), inputs)
                .withSection(Why.Section.of(texts.get("profiles.why.rule"), texts.get("profiles.why.rule.text")));
    }

    private Why.Input given(String key, String value) {
        return Why.Input.given(texts.get(key), value, "");
    }

    ProfilePage.Change change(ProfileReplacement change) {
        return new ProfilePage.Change(
                change.words(),
                change.moreRefused() > 0 ? Tone.ERROR : Tone.OK,
                List.of(
                        line("profiles.change.placed", change, ClusterUse::placed),
                        line("profiles.change.refused", change, ClusterUse::refused),
                        line("profiles.change.gpus", change, ClusterUse::gpusUsed),
                        line("profiles.change.hosts", change, ClusterUse::hostsUsed),
                        line("profiles.change.stranded", change, ClusterUse::strandedGib)));
    }

    private ProfilePage.Line line(String key, ProfileReplacement change, Function<ClusterUse, Number> number) {
        return new ProfilePage.Line(
                texts.get(key),
                ValueText.number(number.apply(change.before()).doubleValue(), 0),
                ValueText.number(number.apply(change.after()).doubleValue(), 0));
    }
}
