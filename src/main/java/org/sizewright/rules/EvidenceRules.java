package org.sizewright.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;

/** Rules about how far the facts under a plan can be trusted. */
final class EvidenceRules {
    private static final Source HONESTY =
            Source.of("Evidence of the library's records", "library", "", Evidence.VERIFIED);
    private static final RuleCard WEAK =
            RuleCard.of("FACT-001", "The facts under the plan were read in a source", HONESTY);

    private EvidenceRules() {}

    /** One finding per fact that was only recalled, or that sources contradict each other about. */
    static List<Finding> weakFactsAreNamed(RuleSubject subject) {
        Map<String, Finding> byFact = new LinkedHashMap<>();
        for (Figure figure : subject.figures().figures()) {
            for (RowKey row : figure.rows().keys()) {
                figure.given(row)
                        .ifPresent(given -> weak(figure.cell(row, Lane.VALUE), given)
                                .forEach(finding -> byFact.putIfAbsent(
                                        figure.title() + given.source().where(), finding)));
            }
        }
        return List.copyOf(byFact.values());
    }

    private static List<Finding> weak(Cell cell, Given given) {
        List<Finding> findings = new ArrayList<>();
        if (given.value().isKnown()) {
            Evidence evidence = given.source().evidence();
            if (evidence == Evidence.RECALLED) {
                findings.add(Finding.of(
                                Severity.NOTE,
                                WEAK,
                                cell.title(),
                                cell.figure().title() + " is recalled from general knowledge, not read in a source ("
                                        + given.source().where() + ").",
                                "Check it against the vendor's data sheet before ordering.")
                        .withFigure(cell));
            } else if (evidence == Evidence.CONFLICTING) {
                findings.add(Finding.of(
                                Severity.NOTE,
                                WEAK,
                                cell.title(),
                                "Sources print different values for "
                                        + cell.figure().title() + " ("
                                        + given.source().where() + ").",
                                "Check it against the vendor's data sheet before ordering.")
                        .withFigure(cell));
            }
        }
        return findings;
    }
}
