package org.sizewright.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.GpuId;

class GpuReadinessTest {
    private final SampleReferences references = new SampleReferences();
    private final List<CatalogEntry> catalog = references.catalog().entries();

    @Test
    void tellsWhichHostsOfTheSampleTheListKnowsAndWithWhichGpus() {
        Map<String, Boolean> listed = Inventories.hosts().stream()
                .collect(Collectors.toMap(
                        InventoryHost::serverName,
                        host -> GpuReadiness.of(
                                        host, catalog, Inventories.rules().spellings())
                                .isListed(),
                        (one, other) -> one));

        assertThat(listed)
                .containsEntry("Dell Technologies PowerEdge R760xa", true)
                .containsEntry("Dell Technologies PowerEdge R740", true)
                .containsEntry("Lenovo ThinkSystem SR650 V2", true)
                .containsEntry("HPE ProLiant DL380 Gen10", false);
    }

    @Test
    void findsTheEntryOfAGpu() {
        GpuReadiness ready = GpuReadiness.of(
                Inventories.hosts().getFirst(), catalog, Inventories.rules().spellings());

        assertThat(ready.entryFor(references.library().gpu(GpuId.of("l40s")).orElseThrow(), references.library())
                        .map(entry -> entry.id().value()))
                .contains("dell-technologies/poweredger760xa/l40s-pcie");
        assertThat(ready.entryFor(references.library().gpu(GpuId.of("h200-nvl")).orElseThrow(), references.library()))
                .isEmpty();
    }

    @Test
    void aHostOfUnknownModelIsNotListed() {
        assertThat(GpuReadiness.of(
                                InventoryHost.named("esx01"),
                                catalog,
                                Inventories.rules().spellings())
                        .isListed())
                .isFalse();
    }
}
