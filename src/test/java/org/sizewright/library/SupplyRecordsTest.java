package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.figure.Evidence;
import org.sizewright.library.SupplyRecord.Software;
import org.sizewright.quantity.Bytes;

class SupplyRecordsTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    static List<Software> software() {
        return LIBRARY.software();
    }

    @ParameterizedTest
    @MethodSource("software")
    void whatSoftwareNamesIsThere(Software software) {
        assertThat(software.contains())
                .allSatisfy(id -> assertThat(LIBRARY.software(id)).isPresent());
        assertThat(software.services())
                .allSatisfy(id -> assertThat(LIBRARY.service(id)).isPresent());
        assertThat(software.rules())
                .isSubsetOf(LIBRARY.rules().stream().map(Rule::id).toList());
    }

    @Test
    void noSizeIsInvented() {
        assertThat(LIBRARY.software().stream().flatMap(each -> each.parts().stream()))
                .allSatisfy(part -> assertThat(part.size().isKnown()).isFalse());
    }

    @Test
    void everyRecordIsReadAsItIsWritten() {
        List<LibraryRecord> supply = LIBRARY.records().stream()
                .filter(SupplyRecord.class::isInstance)
                .toList();
        assertThat(supply).hasSizeGreaterThan(50);
        for (LibraryRecord record : supply) {
            assertThat(read(record)).isEqualTo(record);
        }
    }

    private static LibraryRecord read(LibraryRecord record) {
        String file = "{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \""
                + record.kind().word() + "\", \"records\": [" + RecordCodec.toJson(record) + "]}";
        LibraryRead read = LibraryReader.read("own.json", file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        return read.library().records().getFirst();
    }

    @Test
    void aSizeOfAnOwnRecordIsTaken() {
        LibraryRead read = LibraryReader.read("own.json", """
                {"format": "sizewright-library", "schema": 1, "kind": "software", "records": [
                {"id": "pytorch", "name": "PyTorch", "group": "ngc", "when": "ticked", "summary": "Ours.",
                 "parts": [{"kind": "image", "name": "registry/pytorch", "version": "26.06-py3",
                  "sizeMib": {"value": 1024, "evidence": "typed in"}}],
                 "evidence": "typed in"}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        assertThat(read.library()
                        .software("pytorch")
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .size())
                .isEqualTo(Fact.known(Bytes.of(1L << 30), Evidence.TYPED, List.of()));
    }

    @Test
    void anObstacleNamesItsPlatforms() {
        LibraryRead read = LibraryReader.read("own.json", """
                {"format": "sizewright-library", "schema": 1, "kind": "software", "records": [
                {"id": "x", "name": "X", "group": "ngc", "when": "ticked", "summary": "Ours.", "notOn": ["vsphere"],
                 "evidence": "typed in"}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.toString()).contains("\"notOn\" and \"obstacle\" go together"));
    }

    @Test
    void coresOfAProcessorCountForSixteenAtLeast() {
        SupplyRecord.Metric cores = LIBRARY.licenceMetric("vmware-cores").orElseThrow();
        assertThat(cores.minimumPerSocket()).contains(16);
        assertThat(cores.evidence()).isEqualTo(Evidence.SECOND_HAND);
    }
}
