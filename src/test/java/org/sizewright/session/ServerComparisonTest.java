package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.figure.Evidence;
import org.sizewright.inventory.ServerNames;
import org.sizewright.result.servers.ServerGpus;
import org.sizewright.session.ServerComparison.Agreement;
import org.sizewright.session.ServerComparison.Row;
import org.sizewright.session.ServerComparison.Topic;
import org.sizewright.session.ServerComparison.Value;

class ServerComparisonTest {
    private final SampleReferences references = new SampleReferences();
    private final List<CatalogEntry> entries = references.catalog().entries();

    private CatalogEntry server(String id) {
        return entries.stream()
                .filter(entry -> entry.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ServerComparison compare(CatalogEntry... servers) {
        ServerGpus gpus = new ServerGpus(references.library());
        return ServerComparison.of(
                List.of(servers),
                references.library(),
                gpus::facts,
                entry -> ServerNames.chassisOf(entry.vendor(), entry.model(), references.library()));
    }

    private static Row row(ServerComparison comparison, Topic topic) {
        return comparison.rows().stream()
                .filter(row -> row.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marksWhatDiffersAndLeavesTheUnknownUnknown() {
        CatalogEntry h200 = server("dell-technologies/poweredgexe7745/h200-nvl");
        CatalogEntry other = entries.stream()
                .filter(entry -> !entry.vendor().equals(h200.vendor()))
                .filter(entry -> ServerNames.chassisOf(entry.vendor(), entry.model(), references.library())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        ServerComparison both = compare(h200, other);
        assertThat(row(both, Topic.Known.VENDOR).agreement()).isEqualTo(Agreement.DIFFERENT);
        Row height = row(both, Topic.Known.HEIGHT);
        assertThat(height.agreement()).as("one height is not known").isEqualTo(Agreement.OPEN);
        Value known = height.values().getFirst();
        assertThat(known.text()).contains("4 U");
        assertThat(known.evidence()).contains(Evidence.SECOND_HAND);
        assertThat(known.source()).isNotBlank();
        assertThat(height.values().getLast().text()).isEmpty();
        assertThat(row(both, Topic.Known.WEIGHT).values())
                .as("asked for, though nobody knows it")
                .extracting(Value::text)
                .containsOnly(Optional.empty());
    }

    @Test
    void aServerAgreesWithItself() {
        CatalogEntry one = server("dell-technologies/poweredgexe7745/h200-nvl");
        assertThat(compare(one, one).rows()).extracting(Row::agreement).doesNotContain(Agreement.DIFFERENT);
    }

    @Test
    void comparesUpToFour() {
        CatalogEntry one = entries.getFirst();
        assertThat(compare(one, one, one, one).rows().getFirst().values()).hasSize(4);
        assertThatThrownBy(() -> compare(one, one, one, one, one)).isInstanceOf(IllegalArgumentException.class);
    }
}
