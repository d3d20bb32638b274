package org.sizewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule against small plans: one that keeps it, one that breaks it, and one at the edge. The cases stand in a table beside this
 * test: rule, what is expected (kept, broken, asks), and how the plan differs from the sound one of {@link RulePlan}.
 */
class RuleCasesTest {
    record Case(String rule, String expected, String changes) {}

    static List<Case> cases() throws IOException {
        try (var in = RuleCasesTest.class.getResourceAsStream("rule-cases.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .map(line -> line.split("\\|", -1))
                    .map(parts -> new Case(parts[0].strip(), parts[1].strip(), parts[2].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleSaysWhatItShould(Case one) {
        List<Finding> findings = RulePlan.findings(one.changes());
        List<Finding> own = findings.stream()
                .filter(finding -> finding.rule().equals(one.rule()))
                .toList();
        List<Finding> asking = findings.stream()
                .filter(finding ->
                        finding.rule().equals("PLAN-003") && finding.sentence().contains(one.rule()))
                .toList();
        assertThat(findings)
                .as("everything that the plan names is known")
                .noneMatch(finding -> finding.rule().equals("PLAN-001")
                        && !one.changes().contains("#further=")
                        && !one.rule().equals("MIG-009")); // a GPU without MIG has no profile of it either
        switch (one.expected()) {
            case "kept" ->
                assertThat(Stream.concat(own.stream(), asking.stream()).map(Finding::sentence))
                        .isEmpty();
            case "broken" ->
                assertThat(own).as("findings %s", words(findings)).isNotEmpty().allSatisfy(finding -> {
                    assertThat(finding.remedy()).isNotBlank();
                    assertThat(finding.source().title()).isNotBlank();
                });
            case "asks" -> {
                assertThat(own).isEmpty();
                assertThat(asking).as("findings %s", words(findings)).hasSize(1);
                assertThat(asking.getFirst().path()).isPresent();
            }
            default -> throw new IllegalArgumentException(one.expected());
        }
    }

    private static String words(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.rule() + " " + each.sentence())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theSoundPlanHasNoFindingsOfThisBase() {
        assertThat(RulePlan.findings(""))
                .extracting(finding -> finding.rule() + " " + finding.sentence())
                .allMatch(words -> words.matches("(SITE-001|FACT-00\\d|HOST-103|HOST-003|HOST-002) .*"));
    }

    /** One case that keeps it, one that breaks it, and one more at the edge or of what is not stated. */
    @Test
    void everyRuleOfTheBaseHasThreeCases() throws IOException {
        Map<String, List<String>> byRule = new TreeMap<>();
        for (Case one : cases()) {
            byRule.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(one.expected());
        }
        List<String> known = RuleTable.all().stream().map(RuleCheck::rule).toList();
        assertThat(known).containsAll(byRule.keySet());
        byRule.forEach((rule, expected) ->
                assertThat(expected).as(rule).hasSizeGreaterThanOrEqualTo(3).contains("kept", "broken"));
        assertThat(known)
                .filteredOn(rule -> !byRule.containsKey(rule))
                .allMatch(rule -> rule.matches("(PLAN|EXIST|RAG|TRAIN|PLACE|SITE|FACT|MIX)-.*|.*-1\\d\\d"));
    }
}
