package org.sizewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;

/** Holds the rule base against the code: every rule is checked, or listed with the reason why not. */
class RuleBaseTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final RuleBase BASE = RuleBase.of(LIBRARY);
    /** The number of rules that were collected about such systems; the product has more of its own. */
    private static final int COLLECTED = 180;

    private static final int MOST_UNDECIDABLE = 15;

    private static Set<String> checked() {
        return RuleTable.all().stream().map(RuleCheck::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rules that no plan could decide, with the reason, from the list beside this test. */
    private static Map<String, String> listed(String kind) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (var in = RuleBaseTest.class.getResourceAsStream("rules-not-checked.txt")) {
            assertThat(in).isNotNull();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] parts = line.split("\\|", 3);
                if (parts[0].equals(kind)) {
                    listed.put(parts[1], parts[2]);
                }
            }
        }
        return listed;
    }

    @Test
    void everyRuleIsCheckedOrListedWithAReason() throws IOException {
        Set<String> all = BASE.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> accounted = new TreeSet<>(checked());
        accounted.add("PLAN-003");
        accounted.addAll(listed("undecidable").keySet());
        accounted.addAll(listed("open").keySet());
        assertThat(accounted).isEqualTo(all);
        assertThat(listed("undecidable")).hasSizeLessThanOrEqualTo(MOST_UNDECIDABLE);
        assertThat(listed("undecidable").values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }

    @Test
    void noRuleIsBothCheckedAndListed() throws IOException {
        assertThat(listed("undecidable").keySet()).noneMatch(checked()::contains);
        assertThat(listed("open").keySet()).noneMatch(checked()::contains);
        assertThat(RuleTable.all()).extracting(RuleCheck::rule).doesNotHaveDuplicates();
    }

    @Test
    void allCollectedRulesAreInTheBase() {
        assertThat(BASE.rules().stream()
                        .filter(rule -> !rule.id().matches("(PLAN|EXIST|RAG|TRAIN|PLACE|SITE|FACT|MIX)-.*|.*-1\\d\\d")))
                .hasSize(COLLECTED);
    }

    @Test
    void everyRecordIsWellFormed() {
        assertThat(BASE.rules()).allSatisfy(rule -> {
            assertThat(Severity.parse(rule.severity())).isNotNull();
            assertThat(rule.explanation()).endsWith(".");
            assertThat(rule.title()).doesNotEndWith(".");
            assertThat(BASE.sourcesOf(rule)).isNotEmpty();
        });
    }

    @Test
    void rulesFromWeakSourcesSaySo() {
        List<String> silent = BASE.rules().stream()
                .filter(rule -> switch (rule.evidence()) {
                    case SECOND_HAND, CONFLICTING -> true;
                    default -> false;
                })
                .filter(rule -> rule.caveat().isEmpty())
                .map(Rule::id)
                .toList();
        assertThat(silent).isEmpty();
    }
}
