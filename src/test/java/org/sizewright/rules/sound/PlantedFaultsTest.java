package org.sizewright.rules.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;
import org.sizewright.plan.Plan;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/**
 * Sound plans with one fault each: its rule finds it, about the right subject, and no other rule finds anything. The faults stand in a
 * table beside this test: rule, plan, change, whom the finding is about, rules that say the same, and how heavy the finding is where
 * it is not as the rule's record says.
 */
class PlantedFaultsTest {
    private static final RuleBase BASE = RuleBase.of(LibraryReader.bundled().library());
    /** Notes about facts and waste that come and go with any change. */
    private static final Set<String> BESIDE = Set.of("FACT-001", "FACT-002", "PLACE-004", "PLAN-003");

    /** Nothing in a plan can break them. */
    private static final Set<String> UNDECIDABLE = Set.of("LLM-005", "LLM-006", "PLAT-007", "PLAT-008");

    private static final Map<String, Plan> PLANS = SoundPlans.all();
    private static final Map<String, Set<String>> SOUND = new HashMap<>();

    record Fault(String rule, String plan, String change, String subject, Set<String> alike, String severity) {
        @Override
        public String toString() {
            return rule + ": " + plan + " with " + change;
        }
    }

    static List<Fault> faults() throws IOException {
        try (InputStream in = PlantedFaultsTest.class.getResourceAsStream("/org/sizewright/rules/planted-faults.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .map(line -> line.split("\\|", -1))
                    .map(parts -> new Fault(
                            parts[0].strip(),
                            parts[1].strip(),
                            parts[2].strip(),
                            parts[3].strip(),
                            parts.length > 4 ? words(parts[4]) : Set.of(),
                            parts.length > 5 ? parts[5].strip() : ""))
                    .toList();
        }
    }

    private static Set<String> words(String list) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : list.split(" ")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundAndNothingElse(Fault fault) {
        Plan plan = PLANS.get(fault.plan());
        assertThat(plan).as(fault.plan()).isNotNull();
        if (plan == null) {
            return;
        }
        Set<String> before = SOUND.computeIfAbsent(
                fault.plan(),
                name -> Findings.of(plan).stream().map(PlantedFaultsTest::key).collect(Collectors.toSet()));
        List<Finding> findings = Findings.of(Change.of(plan, fault.change()));
        List<Finding> added = findings.stream()
                .filter(finding -> !before.contains(key(finding)))
                .toList();

        assertThat(added).as(said(added)).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(fault.rule());
            assertThat(finding.subject()).contains(fault.subject());
            assertThat(finding.severity()).isEqualTo(severity(fault));
            assertThat(finding.remedy()).isNotBlank();
        });
        assertThat(added.stream()
                        .map(Finding::rule)
                        .filter(rule -> !rule.equals(fault.rule()))
                        .filter(rule -> !BESIDE.contains(rule))
                        .filter(rule -> !fault.alike().contains(rule)))
                .as(said(added))
                .isEmpty();
        assertThat(added.stream().map(Finding::rule).collect(Collectors.toSet()))
                .as("rules that say the same do")
                .containsAll(fault.alike());
    }

    @Test
    void everyRuleHasAFault() throws IOException {
        Set<String> planted = faults().stream().map(Fault::rule).collect(Collectors.toSet());
        Set<String> missing = BASE.rules().stream()
                .map(Rule::id)
                .filter(rule -> !rule.matches("(PLAN|EXIST|RAG|TRAIN|PLACE|SITE|FACT|MIX)-.*|.*-1\\d\\d"))
                .filter(rule -> !UNDECIDABLE.contains(rule) && !planted.contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    /** A record says how heavy its rule's findings are at most, so that one fault at least must be as heavy. */
    @Test
    void everyRuleHasAFaultAsHeavyAsItsRecordSays() throws IOException {
        Map<String, Severity> heaviest = new TreeMap<>();
        for (Fault fault : faults()) {
            if (severity(fault) != Severity.OPEN_ITEM) {
                heaviest.merge(fault.rule(), severity(fault), (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }

        assertThat(heaviest)
                .allSatisfy((rule, severity) -> assertThat(severity)
                        .as(rule)
                        .isEqualTo(Severity.parse(BASE.rule(rule).severity())));
    }

    private static Severity severity(Fault fault) {
        return Severity.parse(
                fault.severity().isEmpty() ? BASE.rule(fault.rule()).severity() : fault.severity());
    }

    private static String key(Finding finding) {
        return finding.rule() + "|" + finding.subject();
    }

    private static String said(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.severity() + " " + each.rule() + " [" + each.subject() + "] " + each.sentence())
                .collect(Collectors.joining("\n"));
    }
}
