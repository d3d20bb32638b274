package org.sizewright.rules;

import java.util.Optional;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Source;
import org.sizewright.library.Rule;
import org.sizewright.plan.RuleOverride;

/**
 * What a rule found.
 *
 * @param rule id of the rule
 * @param subject what it is about, as the user named it
 * @param sentence what is wrong
 * @param remedy what would clear it
 * @param distance how far from passing, where that can be said
 * @param source why the rule holds
 * @param path the place in the plan to change, where there is one
 * @param figure the figure that the rule looked at, where there is one
 * @param override who accepted it and why
 * @param caveat what to know of the sources of the rule: second-hand, contradictory, partly reasoned
 * @param waiting which rules wait for what nobody stated, where it is about that
 */
public record Finding(
        Severity severity,
        String rule,
        String subject,
        String sentence,
        String remedy,
        Optional<String> distance,
        Source source,
        Optional<String> path,
        Optional<Cell> figure,
        Optional<RuleOverride> override,
        Optional<String> caveat,
        Optional<Waiting> waiting) {

    /** A finding without distance, place and figure. */
    static Finding of(Severity severity, Rule rule, Source source, String subject, String sentence, String remedy) {
        return new Finding(
                severity,
                rule.id(),
                subject,
                sentence,
                remedy,
                Optional.empty(),
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rule.caveat(),
                Optional.empty());
    }

    Finding withDistance(String words) {
        return new Finding(
                severity,
                rule,
                subject,
                sentence,
                remedy,
                Optional.of(words),
                source,
                path,
                figure,
                override,
                caveat,
                waiting);
    }

    Finding withPath(String place) {
        return new Finding(
                severity,
                rule,
                subject,
                sentence,
                remedy,
                distance,
                source,
                Optional.of(place),
                figure,
                override,
                caveat,
                waiting);
    }

    Finding withFigure(Cell cell) {
        return new Finding(
                severity,
                rule,
                subject,
                sentence,
                remedy,
                distance,
                source,
                path,
                Optional.of(cell),
                override,
                caveat,
                waiting);
    }

    Finding withWaiting(Waiting found) {
        return new Finding(
                severity,
                rule,
                subject,
                sentence,
                remedy,
                distance,
                source,
                path,
                figure,
                override,
                caveat,
                Optional.of(found));
    }

    Finding withOverride(RuleOverride accepted) {
        return new Finding(
                severity,
                rule,
                subject,
                sentence,
                remedy,
                distance,
                source,
                path,
                figure,
                Optional.of(accepted),
                caveat,
                waiting);
    }

    /** Whether it still stands: an accepted finding does not count as an error. */
    public boolean isOpen() {
        return override.isEmpty();
    }
}
