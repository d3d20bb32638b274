package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sizewright.catalog.CatalogDifference.FieldChange;
import org.sizewright.catalog.CatalogDifference.NotCompared;

class CatalogDifferenceTest {
    private static final String HEADER = "Partners,System,NVIDIA GPU,GPU Form Factor,Processor Type,"
            + "MAX GPU Per Node,MAX CPU Per Node,Validation Type,Remark";
    private static final String HPE = "HPE,ProLiant DL380a Gen11,L40S,PCIe Gen 4,Intel-SapphireRapids,4,2,Qualified,a";
    private static final String DELL =
            "Dell,PowerEdge XE9680,H100,SXM5 Gen 5,Intel-SapphireRapids,8,2,NVIDIA-Certified,b";

    private static CatalogDifference between(List<String> older, List<String> newer) {
        return CatalogDifference.between(Samples.text(text(older)), Samples.text(text(newer)));
    }

    private static String text(List<String> rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void spellingAndOrderAreNoDifference() {
        CatalogDifference difference = between(
                List.of(HPE, DELL),
                List.of(
                        "DELL EMC,poweredge xe-9680,NVIDIA H100 SXM5,SXM5 Gen 5,Intel SapphireRapids,8,2,NVIDIA - Certified,b",
                        HPE.replace("HPE", "Hewlett Packard Enterprise")));
        assertThat(difference.isEmpty()).as(difference.toString()).isTrue();
        assertThat(difference.same()).isEqualTo(2);
    }

    @Test
    void namesEachChangedField() {
        CatalogDifference difference = between(
                List.of(HPE, DELL),
                List.of(HPE.replace(",4,2,Qualified,a", ",8,2,NVIDIA-Certified,c"), DELL.replace(",8,2,", ",8,,")));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.changed()).hasSize(2);
        assertThat(difference.changed().get(0).changes())
                .containsExactly(
                        new FieldChange("maxGpu", "4", "8"),
                        new FieldChange("validation", "Qualified", "NVIDIA-Certified"),
                        new FieldChange("Remark", "a", "c"));
        assertThat(difference.changed().get(1).changes()).containsExactly(new FieldChange("maxCpu", "2", ""));
    }

    @Test
    void aGpuThatWasOpenAndIsNamedNowIsTheSameServer() {
        CatalogDifference difference =
                between(List.of(DELL.replace("SXM5 Gen 5", "")), List.of(DELL.replace("H100", "H100 80GB")));
        assertThat(difference.changed()).hasSize(1);
        assertThat(difference.changed().getFirst().changes())
                .containsExactly(new FieldChange("form", "", "SXM"), new FieldChange("memoryGb", "", "80"));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
    }

    @Test
    void anotherMemorySizeIsAnotherGpu() {
        CatalogDifference difference =
                between(List.of(DELL.replace("H100", "A100 40GB")), List.of(DELL.replace("H100", "A100 80GB")));
        assertThat(difference.added()).hasSize(1);
        assertThat(difference.removed()).hasSize(1);
        assertThat(difference.changed()).isEmpty();
    }

    @Test
    void whatOnlyOneListHasIsNotCompared() {
        CatalogDifference difference = CatalogDifference.between(
                Samples.text(text(List.of(HPE))),
                Samples.text(
                        "Partners,System,NVIDIA GPU (Max),NVLink Bridge\nHPE,ProLiant DL380a Gen11,L40S (4),Yes\n"));
        assertThat(difference.isEmpty()).as(difference.toString()).isTrue();
        assertThat(difference.notCompared())
                .containsExactly(
                        new NotCompared("cpu", true),
                        new NotCompared("maxCpu", true),
                        new NotCompared("validation", true),
                        new NotCompared("Remark", true),
                        new NotCompared("nvlinkBridge", false));
    }

    @Test
    void saysWhatAPlanRestsOn() {
        CatalogDifference difference = between(List.of(HPE, DELL), List.of(HPE.replace(",4,2,", ",2,2,")));
        List<CatalogEntry> servers = Samples.text(text(List.of(HPE))).entries();
        assertThat(difference.touching(servers).changed()).hasSize(1);
        assertThat(difference.touching(servers).removed()).isEmpty();
        assertThat(difference
                        .touching(Samples.text(text(List.of(DELL))).entries())
                        .removed())
                .hasSize(1);
    }

    /** Rows of a list without contradictions: each server and GPU once. */
    private static Map<String, List<String>> list(Random random, int size) {
        List<String> gpus = List.of("L40S", "L4", "T4", "A30", "A40", "H100 NVL 94GB", "A100 SXM4 80GB", "B200");
        Map<String, List<String>> rows = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            List<String> row = new ArrayList<>(List.of(
                    List.of("HPE", "Dell", "Lenovo", "Some Builder").get(random.nextInt(4)),
                    "Model " + random.nextInt(40) + (random.nextBoolean() ? "" : " V2"),
                    gpus.get(random.nextInt(gpus.size())),
                    "",
                    List.of("AMD-Genoa", "Intel-IceLake").get(random.nextInt(2)),
                    Integer.toString(1 + random.nextInt(8)),
                    Integer.toString(1 + random.nextInt(2)),
                    List.of("Qualified", "NVIDIA-Certified").get(random.nextInt(2)),
                    "r" + random.nextInt(3)));
            rows.put(row.get(0) + row.get(1) + row.get(2), row);
        }
        return rows;
    }

    @Test
    void findsEveryPlantedChangeAndNoOther() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Map<String, List<String>> before = list(random, 120);
            Map<String, List<String>> after = new HashMap<>(before);
            List<String> keys = new ArrayList<>(before.keySet());
            Collections.shuffle(keys, random);
            int removed = random.nextInt(6);
            keys.subList(0, removed).forEach(after::remove);
            Map<String, Integer> changed = new HashMap<>();
            for (String key : keys.subList(removed, removed + random.nextInt(12))) {
                List<String> row = new ArrayList<>(before.get(key));
                int column = 4 + random.nextInt(5);
                row.set(column, List.of("Other-CPU", "9", "4", "NGC-Ready", "z").get(column - 4));
                after.put(key, row);
                changed.put(key, column);
            }
            int added = random.nextInt(6);
            for (int i = 0; i < added; i++) {
                after.put(
                        "new" + i,
                        List.of("HPE", "Brand New " + i, "L40S", "", "AMD-Genoa", "4", "2", "Qualified", "r0"));
            }
            List<List<String>> shuffled = new ArrayList<>(after.values());
            Collections.shuffle(shuffled, random);
            CatalogDifference difference = between(joined(before.values()), joined(shuffled));
            assertThat(difference.removed()).as("removed, seed %d", seed).hasSize(removed);
            assertThat(difference.added()).as("added, seed %d", seed).hasSize(added);
            assertThat(difference.changed()).as("changed, seed %d", seed).hasSize(changed.size());
            assertThat(difference.changed()).allMatch(change -> change.changes().size() == 1);
            assertThat(difference.same()).isEqualTo(before.size() - removed - changed.size());
        }
    }

    private static List<String> joined(java.util.Collection<List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row)).collect(Collectors.toList());
    }
}
