package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.rules.Finding;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** Explains a finding: what is wrong, what to do about it, by which rule, and who accepted it. */
record FindingWhy(Workspace workspace) {
    Why of(Finding finding) {
        Texts texts = workspace.texts();
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(Why.Input.given(
                texts.get("checks.why.rule"), finding.rule(), finding.source().toLine()));
        inputs.add(Why.Input.given(
                texts.get("checks.why.severity"),
                finding.severity().word(),
                finding.isOpen() ? texts.get("checks.why.stands") : texts.get("checks.why.accepted")));
        finding.caveat().ifPresent(caveat -> inputs.add(Why.Input.given(texts.get("checks.why.caveat"), caveat, "")));
        finding.distance()
                .ifPresent(distance -> inputs.add(Why.Input.given(texts.get("checks.why.distance"), distance, "")));
        Why.Section remedy = Why.Section.of(texts.get("checks.why.remedy"), finding.remedy());
        Why why = Why.finding(finding.subject(), finding.sentence(), inputs)
                .withSection(finding.path()
                        .map(path -> remedy.withStep(texts.get("checks.why.goTo"), () -> workspace.goTo(path)))
                        .orElse(remedy));
        if (finding.figure().isPresent()) {
            why = why.withSection(Why.Section.of(
                            texts.get("checks.why.figure"),
                            finding.figure().get().title())
                    .withStep(
                            texts.get("checks.why.show"),
                            () -> workspace.explain(finding.figure().get())));
        }
        if (finding.override().isPresent()) {
            why = why.withSection(Why.Section.of(
                    texts.get("checks.why.acceptedBy", finding.override().get().by()),
                    finding.override().get().reason()));
        }
        return why;
    }
}
