package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sizewright.delivery.checklist.Step;
import org.sizewright.figure.Source;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/**
 * Explains a step: why it is done, which rules it keeps and what they found, and where it is from.
 *
 * @param showFindings shows the findings of a rule
 */
record StepWhy(Workspace workspace, Consumer<String> showFindings) {
    private static final int MOST_FINDINGS = 3;

    Why of(Step step, OptionResult result) {
        Texts texts = workspace.texts();
        RuleBase base = RuleBase.of(result.plan().library());
        List<Why.Input> inputs = new ArrayList<>();
        for (String id : step.rules()) {
            inputs.add(Why.Input.given(
                    texts.get("checks.why.rule"),
                    id,
                    base.find(id).map(Rule::title).orElse("")));
        }
        Why why = Why.finding(step.subject().isEmpty() ? step.phase().title() : step.subject(), step.text(), inputs);
        why = why.withSection(Why.Section.of(texts.get("checks.step.why.reason"), step.reason()));
        if (!step.blanks().isEmpty()) {
            why = why.withSection(
                    Why.Section.of(texts.get("checks.step.why.blanks"), String.join("\n", step.blanks())));
        }
        if (!step.commands().isEmpty()) {
            why = why.withSection(
                    Why.Section.of(texts.get("checks.step.why.commands"), String.join("\n", step.commands())));
        }
        for (Finding finding : found(step, result)) {
            why = why.withSection(Why.Section.of(
                            texts.get(
                                    "checks.step.why.finding",
                                    finding.rule(),
                                    finding.severity().word()),
                            finding.sentence())
                    .withStep(texts.get("checks.step.why.showFinding"), () -> showFindings.accept(finding.rule())));
        }
        for (String place : step.places()) {
            why = why.withSection(Why.Section.of(heading(place), texts.get("checks.step.why.setting"))
                    .withStep(texts.get("checks.why.goTo"), () -> workspace.goTo(place)));
        }
        if (step.caveat().isPresent()) {
            why = why.withSection(
                    Why.Section.of(texts.get("checks.why.caveat"), step.caveat().get()));
        }
        return why.withSection(Why.Section.of(
                texts.get("explain.sources"),
                step.sources().stream().map(Source::toLine).collect(Collectors.joining("\n"))));
    }

    private static String heading(String place) {
        return AllSettings.find(place.substring(place.lastIndexOf('/') + 1))
                .map(setting -> setting.heading())
                .orElse(place);
    }

    /** What the rules of the step found in its subject, or in the option as a whole. */
    private static List<Finding> found(Step step, OptionResult result) {
        return result.findings().stream()
                .filter(finding -> finding.isOpen() && step.rules().contains(finding.rule()))
                .filter(finding -> step.subject().isEmpty()
                        || finding.subject().equals(step.subject())
                        || finding.path()
                                .filter(path -> !path.contains("/setup/hosts/") && !path.contains("/setup/machines/"))
                                .isPresent())
                .limit(MOST_FINDINGS)
                .toList();
    }
}
