package org.sizewright.partition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 143 published MIG configurations, valid and invalid; each carries the key of its source. */
class MigGeometryCasesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("geometries")
    void feasibleExactlyWhereTheSourceSaysSo(String name, PartitionScheme scheme, JsonNode entry) {
        List<String> wanted = new ArrayList<>();
        entry.get("geometry").properties().forEach(part -> {
            for (int i = 0; i < part.getValue().asInt(); i++) {
                wanted.add(part.getKey());
            }
        });
        wanted.sort(Comparator.comparingInt(
                        (String profile) -> scheme.slice(profile).orElseThrow().size())
                .reversed());
        boolean feasible = entry.has("then")
                ? fitsBesideOccupied(scheme, entry)
                : fits(GpuLayout.empty(scheme), wanted.stream().toList());
        assertThat(feasible).as(name).isEqualTo(entry.get("expect_feasible").asBoolean());
    }

    @Test
    void theFirst3gLandsAt4AndHamisOrderIsAllowed() throws IOException {
        JsonNode cases = read().get("cases");
        JsonNode first = cases.get(cases.size() - 2);
        PartitionScheme h100 = scheme(first.get("set").asText());
        assertThat(GpuLayout.empty(h100).bestStart(first.get("sequence").get(0).asText(), Schemes.profiles(h100)))
                .hasValue(first.get("expect_start").asInt());
        JsonNode order = cases.get(cases.size() - 1);
        GpuLayout layout = GpuLayout.empty(scheme(order.get("set").asText()));
        for (int i = 0; i < order.get("sequence").size(); i++) {
            String prefix = order.get("sequence").get(i).asText() + ".";
            String profile = layout.scheme().slices().stream()
                    .map(Slice::profile)
                    .filter(slice -> slice.startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
            layout = layout.place(profile, order.get("expect_starts").get(i).asInt());
        }
        assertThat(layout.usedUnits()).isEqualTo(8);
    }

    static Stream<Object[]> geometries() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (JsonNode entry : read().get("cases")) {
            if (entry.has("geometry")) {
                String set = entry.get("set").asText();
                rows.add(new Object[] {
                    entry.get("id").asText() + " " + set + " " + entry.get("geometry"), scheme(set), entry
                });
            }
        }
        assertThat(rows).hasSize(141);
        return rows.stream();
    }

    private static boolean fitsBesideOccupied(PartitionScheme scheme, JsonNode entry) {
        String occupant = entry.get("geometry").fieldNames().next();
        GpuLayout layout = GpuLayout.empty(scheme);
        for (JsonNode interval : entry.get("occupied")) {
            layout = layout.place(occupant, interval.get(0).asInt());
        }
        return fits(layout, List.of(entry.get("then").asText()));
    }

    private static boolean fits(GpuLayout layout, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        List<String> rest = wanted.subList(1, wanted.size());
        return layout.freeStarts(wanted.getFirst()).stream()
                .anyMatch(start -> fits(layout.place(wanted.getFirst(), start), rest));
    }

    private static PartitionScheme scheme(String set) throws IOException {
        JsonNode entry = read().get("sets").get(set);
        List<Slice> slices = new ArrayList<>();
        for (JsonNode profile : entry.get("profiles")) {
            List<Integer> starts = new ArrayList<>();
            profile.get("starts").forEach(start -> starts.add(start.asInt()));
            Slice slice = Slice.of(
                    profile.get("name").asText(),
                    profile.get("size").asInt(),
                    starts,
                    profile.get("maxInstances").asInt());
            slices.add(profile.get("attribute").asText("").startsWith("+me") ? slice.inGroup(Slice.MEDIA) : slice);
        }
        return PartitionScheme.mig(entry.get("memorySlices").asInt(), slices);
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = MigGeometryCasesTest.class.getResourceAsStream("mig-geometry-cases.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
    }
}
