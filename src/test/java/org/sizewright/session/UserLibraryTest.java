package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.SamplePlans;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Chassis;
import org.sizewright.library.ChassisId;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryProblem;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.RecordCodec;
import org.sizewright.plan.FileOperations;

class UserLibraryTest {
    private static final Library SHIPPED = LibraryReader.bundled().library();
    private static final GpuId L40S = GpuId.of("l40s");

    @TempDir
    private Path folder = Path.of("");

    private static String gpuFile(String... records) {
        return "{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \"gpus\", \"records\": [\n"
                + String.join(",\n", records) + "]}";
    }

    private static ObjectNode l40s() {
        return RecordCodec.toJson(SHIPPED.gpu(L40S).orElseThrow());
    }

    @Test
    void aFolderThatIsNotThereIsNoFault() {
        UserLibrary library = UserLibrary.of(SHIPPED, folder.resolve("none"));
        assertThat(library.library()).isSameAs(SHIPPED);
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void theOwnRecordWinsAndEverySourceQuotedFromItSaysSo() throws IOException {
        ObjectNode corrected = l40s();
        corrected.putObject("tdpW").put("value", 300).put("evidence", "typed in");
        Files.writeString(folder.resolve("mine.json"), gpuFile(corrected.toString()));

        Library library = UserLibrary.of(SHIPPED, folder).library();

        Gpu gpu = library.gpu(L40S).orElseThrow();
        assertThat(gpu.tdp().orElse(org.sizewright.quantity.Watts.of(0)).value())
                .isEqualTo(300);
        assertThat(library.ownFile(gpu)).contains("mine.json");
        assertThat(library.ownRecords()).containsExactly(gpu);
        assertThat(library.quote(gpu, gpu.tdp())).isNotEmpty().allSatisfy(source -> {
            assertThat(source.title()).startsWith("own record, mine.json");
            assertThat(source.evidence()).isEqualTo(Evidence.TYPED);
        });
        Gpu shipped = library.gpu(GpuId.of("l4")).orElseThrow();
        assertThat(library.quote(shipped, shipped.tdp()))
                .noneMatch(source -> source.title().contains("own record"));
    }

    @Test
    void eachFaultNamesFileLineAndReason() throws IOException {
        ObjectNode odd = l40s();
        odd.put("gpusPerBoard", 99);
        ObjectNode dangling = l40s();
        dangling.put("migProfileSet", "nowhere");
        Files.writeString(folder.resolve("a.json"), gpuFile(odd.toString()));
        Files.writeString(folder.resolve("b.json"), "{\n\"format\": oops}");
        Files.writeString(
                folder.resolve("c.json"), gpuFile("", dangling.toString()).replace("[\n,", "[\n\n"));

        UserLibrary library = UserLibrary.of(SHIPPED, folder);

        assertThat(library.problems())
                .extracting(LibraryProblem::file, LibraryProblem::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.json", OptionalInt.of(2)),
                        org.assertj.core.groups.Tuple.tuple("b.json", OptionalInt.of(2)),
                        org.assertj.core.groups.Tuple.tuple("c.json", OptionalInt.of(4)));
        assertThat(library.problems().get(0).toLine())
                .isEqualTo("a.json, line 2, record 1 (l40s): \"gpusPerBoard\" is 99, more than 16 is not plausible;"
                        + " the record was left out");
        assertThat(library.problems().get(1).sentence()).contains("line 2");
        assertThat(library.problems().get(2).sentence())
                .isEqualTo("the MIG profile set \"nowhere\" does not exist; the record is used as it is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "\"gpusPerBoard\": 99                                            | 5",
                "\"tdpW\": {\"value\": \"many\", \"evidence\": \"typed in\"}            | 5",
                "\"tdpW\": {\"value\": 300,~\"evidence\": \"hearsay\"}                | 6",
                "\"denseTflops\": {~\"fp16\": {\"value\": -1, \"evidence\": \"typed in\"}} | 6",
                "\"colour\": 1                                                   | 5",
            })
    void aFaultIsInTheLineOfItsField(String field, int line) throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                gpuFile("{\"id\": \"l40s-own\",\n\"name\": \"L40S\", \"chip\": \"L40S\", \"form\": \"PCIe\",\n"
                        + "\"architecture\": \"Ada\", \"memoryGb\": 48,"
                        + (field.contains("gpusPerBoard") ? "" : " \"gpusPerBoard\": 1,") + "\n"
                        + field.replace('~', '\n') + "}"));

        assertThat(UserLibrary.of(SHIPPED, folder).problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.line()).as(problem.toLine()).hasValue(line));
    }

    @Test
    void aKeptRecordIsThereAtOnceAndForTheNextReader() throws IOException {
        UserLibrary library = UserLibrary.of(SHIPPED, folder.resolve("library"));
        Chassis known = SHIPPED.chassis(ChassisId.of("dell-poweredge-xe7745")).orElseThrow();

        assertThat(library.keep(known).kind()).isEqualTo(Notice.Kind.DONE);
        Chassis other = SHIPPED.chassis(ChassisId.of("dell-poweredge-xe7740")).orElseThrow();
        assertThat(library.keep(other).kind()).isEqualTo(Notice.Kind.DONE);
        // again: in its own place
        assertThat(library.keep(known).kind()).isEqualTo(Notice.Kind.DONE);

        assertThat(library.library().ownRecords()).containsExactlyInAnyOrder(known, other);
        Library again = UserLibrary.of(SHIPPED, folder.resolve("library")).library();
        assertThat(again.ownRecords()).containsExactlyInAnyOrder(known, other);
        assertThat(again.ownFile(known)).contains("chassis.json");
    }

    @Test
    void aRecordKeptInASessionCountsThereAtOnce() {
        Storage storage = new Storage(
                UserLibrary.of(SHIPPED, folder.resolve("library")),
                CatalogRulesReader.readShipped(),
                new Recovery(folder.resolve("recovery")),
                FileOperations.ofSystem(),
                "Sizewright test");
        Session session = new Session(storage, storage.fresh(SamplePlans.standard()), Runnable::run, Runnable::run);
        Chassis known = SHIPPED.chassis(ChassisId.of("dell-poweredge-xe7745")).orElseThrow();
        long before = session.state().revision();
        List<Notice> told = new ArrayList<>();

        session.keep(known, told::add);

        assertThat(told).extracting(Notice::kind).containsExactly(Notice.Kind.DONE);
        assertThat(session.state().revision()).isGreaterThan(before);
        assertThat(session.state().library().ownFile(known)).contains("chassis.json");
        assertThat(session.libraryProblems()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotWrittenOver() throws IOException {
        Path file = folder.resolve("chassis.json");
        Files.writeString(file, "my notes");
        UserLibrary library = UserLibrary.of(SHIPPED, folder);
        Notice notice = library.keep(
                SHIPPED.chassis(ChassisId.of("dell-poweredge-xe7745")).orElseThrow());
        assertThat(notice.kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(notice.sentence()).contains("chassis.json");
        assertThat(Files.readString(file)).isEqualTo("my notes");
    }

    /** A record of the user that has a fault is left out of the library, but never out of his file. */
    @Test
    void aFaultyRecordStaysInItsFile() throws IOException {
        Path file = folder.resolve("chassis.json");
        Files.writeString(
                file,
                "{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \"chassis\", \"records\": [{\"id\": \"odd\","
                        + " \"colour\": \"red\"}]}");
        UserLibrary library = UserLibrary.of(SHIPPED, folder);
        assertThat(library.keep(SHIPPED.chassis(ChassisId.of("dell-poweredge-xe7745"))
                                .orElseThrow())
                        .kind())
                .isEqualTo(Notice.Kind.DONE);
        assertThat(Files.readString(file)).contains("\"colour\"").contains("dell-poweredge-xe7745");
        assertThat(library.problems()).hasSize(1);
        assertThat(library.problems().getFirst().line()).isEqualTo(OptionalInt.of(5));
    }
}
