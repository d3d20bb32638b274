package org.sizewright.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.inventory.InventoryResult.Imported;
import org.sizewright.inventory.RowOutcome.Kind;
import org.sizewright.library.Chassis;
import org.sizewright.library.GpuId;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;

class InventoryImporterTest {
    @Test
    void readsHostsAndTheirLoadFromAnRvtoolsExport() {
        Imported read = Inventories.read(Inventories.sample(Inventories.RVTOOLS));

        assertThat(read.hosts()).hasSize(7);
        InventoryHost first = read.hosts().getFirst();
        assertThat(first.name()).isEqualTo("nh-esx-11.nordhafen.example");
        assertThat(first.vendor()).isEqualTo("Dell Technologies");
        assertThat(first.model()).isEqualTo("PowerEdge R760xa");
        assertThat(first.cluster()).isEqualTo("AI-Pilot");
        assertThat(first.sockets()).contains(2);
        assertThat(first.coresPerSocket()).contains(32);
        assertThat(first.memory()).contains(Bytes.ofMib(1_048_163));
        assertThat(first.memoryGib()).contains(1023);
        assertThat(first.hypervisor()).startsWith("VMware ESXi 8.0.3");
        assertThat(first.load()).contains(new VmLoad(2, 16, Bytes.ofMib(98_304)));
        assertThat(first.fittings()).isEqualTo(Fittings.UNKNOWN);
        assertThat(first.row().orElseThrow().toText()).isEqualTo("sample-rvtools.xlsx, sheet vHost, row 2");
        assertThat(read.hosts().get(5).model())
                .as("the machine type that Lenovo's firmware appends is no part of the model")
                .isEqualTo("ThinkSystem SR650 V2");
        assertThat(read.hosts().get(6).load())
                .as("a suspended VM does not run")
                .contains(new VmLoad(1, 8, Bytes.ofMib(65_536)));
    }

    @Test
    void everyRowOfTheSheetsThatAreReadHasOneFate() {
        Imported read = Inventories.read(Inventories.sample(Inventories.RVTOOLS));

        assertThat(read.outcomes()).hasSize(8 + 15);
        assertThat(read.count(Kind.HEADER)).isEqualTo(2);
        assertThat(read.count(Kind.KEPT)).isEqualTo(7);
        assertThat(read.count(Kind.COUNTED)).isEqualTo(10);
        assertThat(read.outcomes().stream()
                        .filter(row -> row.kind() == Kind.SKIPPED)
                        .map(RowOutcome::why))
                .containsExactly(
                        "nh-test-07 does not run (poweredOff).",
                        "nh-vdi-gold is a template.",
                        "nh-lab-03 does not run (suspended).");
        assertThat(read.outcomes().stream()
                        .filter(row -> row.kind() == Kind.ATTENTION)
                        .map(RowOutcome::why))
                .containsExactly("nh-old-01 runs on \"nh-esx-09.nordhafen.example\", which is no host of this inventory"
                        + " or site.");
        assertThat(read.readings().stream()
                        .filter(each -> each.role() == SheetReading.Role.NOT_READ)
                        .map(SheetReading::sheet))
                .containsExactly("vCluster", "vMetaData");
        assertThat(read.account())
                .isEqualTo("21 rows: 7 hosts, 10 running VMs counted, 0 merged, 3 skipped, 1 to check.");
    }

    @Test
    void readsAnyTableWithAHeaderThatNamesAHost() {
        Imported read = Inventories.read(Inventories.sample(Inventories.FITTINGS));

        Fittings fittings = read.hosts().getLast().fittings();
        assertThat(fittings.freeSlots())
                .contains(List.of(new FreeSlots(
                        2, FreeSlots.Width.DOUBLE, Optional.of(4), Optional.of(16), Optional.of(Watts.of(300)))));
        assertThat(fittings.riser()).contains(new Fittings.Riser(true, "GPU riser 1"));
        assertThat(fittings.powerSupplies())
                .contains(new PowerSupplies(2, Watts.of(1100), Optional.of(Chassis.Redundancy.N_PLUS_N)));
        assertThat(fittings.basePower()).contains(Watts.of(560));
        assertThat(fittings.gpus()).contains(List.of(new InstalledGpu("A2", 1, Optional.of(GpuId.of("a2")))));
        assertThat(fittings.reservedMemory()).contains(Bytes.ofGib(16));
        assertThat(read.hosts().getLast().memory())
                .as("GB of a server's memory are GiB")
                .contains(Bytes.ofGib(512));
        assertThat(read.hosts().getFirst().load())
                .as("nobody said what runs there")
                .isEmpty();
    }

    @Test
    void rvtoolsCsvFilesAreReadTogetherByTheirNamesAndInternalColumnNames() {
        Imported read = Inventories.read(
                Inventories.text("RVTools_tabvHost.csv", """
                        vHostName,vHostDatacenter,vHostCluster,vHostCpuModel,vHostNumCpu,vHostCoresPerCPU,vHostNumCpuCores,vHostMemorySize,vHostFullName,vHostVendor,vHostModel
                        192.0.2.190,DC,Zone,Intel(R) Xeon(R) CPU X5660 @ 2.80GHz,2,6,12,196595,VMware ESXi 5.5.0 build-3568722,Dell Inc.,PowerEdge M610
                        """), Inventories.text("RVTools_tabvInfo.csv", """
                        vInfoVMName,vInfoPowerstate,vInfoTemplate,vInfoCPUs,vInfoMemory,vInfoHost
                        a,poweredOn,False,2,4096,192.0.2.190
                        """));

        // the row is a public one: 196595 MiB of the 196608 MiB that are 192 GiB; as decimal MB it would be no size of
        // modules
        assertThat(read.hosts().getFirst().memory()).contains(Bytes.ofMib(196_595));
        assertThat(read.hosts().getFirst().memoryGib()).contains(191);
        assertThat(read.hosts().getFirst().load()).contains(new VmLoad(1, 2, Bytes.ofMib(4096)));
    }

    @Test
    void otherSheetsOfAnExportAreNotTakenForHosts() {
        InventoryResult read = Inventories.importer()
                .read(
                        List.of(Inventories.text(
                                "vHBA.csv",
                                "Host,Cluster,Device,Type,Status,Driver,Model\nesx01,A,vmhba0,FC,online,x,QLE2692")),
                        List.of());

        assertThat(read).isInstanceOf(InventoryResult.Refused.class);
    }

    @Test
    void aSecondHostOfTheSameNameIsTold() {
        Imported read = Inventories.read(Inventories.text("hosts.csv", """
                Name,Vendor,Model,CPUs,Cores per CPU,Memory GiB
                esx01,Dell,PowerEdge R750xa,2,32,1024
                ESX01,Dell Inc.,PowerEdge R750xa,2,32,1024
                esx01,Dell,PowerEdge R750xa,2,16,1024
                """));

        assertThat(read.hosts()).hasSize(1);
        assertThat(read.outcomes().get(2).kind()).isEqualTo(Kind.MERGED);
        assertThat(read.outcomes().get(3).kind()).isEqualTo(Kind.ATTENTION);
        assertThat(read.outcomes().get(3).why())
                .contains("other hardware than row 2")
                .contains("not taken");
    }

    @Test
    void memoryWithoutAUnitIsAskedForAndNeverGuessed() {
        InventoryImporter.Source source = Inventories.text("hosts.csv", "Host,Model,CPUs,RAM\nesx01,R760,2,512");
        InventoryImporter importer = Inventories.importer();
        List<SheetReading> guessed = importer.guess(List.of(source));

        Imported asked = (Imported) importer.read(List.of(source), guessed, List.of());
        Imported told = (Imported) importer.read(
                List.of(source),
                List.of(guessed.getFirst().withMemoryUnit(InventoryField.MEMORY, MemoryUnit.GIB)),
                List.of());

        assertThat(asked.hosts().getFirst().memory()).isEmpty();
        assertThat(asked.outcomes().getLast().kind()).isEqualTo(Kind.ATTENTION);
        assertThat(asked.outcomes().getLast().why()).contains("no unit");
        assertThat(told.hosts().getFirst().memory()).contains(Bytes.ofGib(512));
    }

    @Test
    void aColumnThatTheHeaderDoesNotTellCanBeMapped() {
        InventoryImporter.Source source =
                Inventories.text("hosts.csv", "Host,Maschine,CPUs,Memory GB\nesx01,PowerEdge R760,2,512");
        InventoryImporter importer = Inventories.importer();
        SheetReading guessed = importer.guess(List.of(source)).getFirst();

        Imported mapped = (Imported) importer.read(
                List.of(source), List.of(guessed.withColumn(InventoryField.MODEL, Optional.of(1))), List.of());

        assertThat(guessed.column(InventoryField.MODEL)).isEmpty();
        assertThat(mapped.hosts().getFirst().model()).isEqualTo("PowerEdge R760");
    }

    @Test
    void aListOfMachinesAloneTellsTheLoadOfHostsThatAreKnown() {
        InventoryHost known = InventoryHost.named("esx01");

        Imported read = (Imported) Inventories.importer()
                .read(
                        List.of(Inventories.text(
                                "RVTools_tabvInfo.csv",
                                "VM,Powerstate,Template,CPUs,Memory,Host\na,poweredOn,False,4,8192,ESX01")),
                        List.of(known));

        assertThat(read.hosts()).isEmpty();
        assertThat(read.loaded()).containsExactly(known.withLoad(Optional.of(new VmLoad(1, 4, Bytes.ofGib(8)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 double x16 Gen4 300 W; 1 single x8 | 2 double x16 Gen4 300 W; 1 single x8",
                "4x DW PCIe 5.0 x16, 350W | 4 double x16 Gen5 350 W",
                "single-width slot | 1 single",
                "none | none"
            })
    void slotsAreReadAsPeopleWriteThem(String text, String again) {
        assertThat(FreeSlots.toText(FreeSlots.parseList(text))).isEqualTo(again);
    }

    @Test
    void whatIsNoListOfSlotsIsRefusedWithAnExample() {
        assertThatThrownBy(() -> FreeSlots.parseList("some")).hasMessageContaining("write it like");
        assertThatThrownBy(() -> PowerSupplies.parse("big ones")).hasMessageContaining("write it like");
        assertThatThrownBy(() -> PowerSupplies.parse("1 x 800 W N+1")).hasMessageContaining("at least two");
    }

    /** Whatever the cells hold, nothing is thrown and every row of every sheet that is read has one fate. */
    @Test
    void neverThrowsAndAccountsForEveryRow() {
        Random random = new Random(20261121);
        String[] words = {
            "esx01",
            "esx02",
            "",
            "Dell",
            "2",
            "64",
            "512",
            "1,024",
            "1.5",
            "-3",
            "999999999999",
            "GB",
            "512 GB",
            "true",
            "poweredOn",
            "2 double",
            "\"",
            "x16",
            "#",
            "N/A",
            "Host",
            "\u00E4\uD83D\uDE80"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(
                    round % 2 == 0
                            ? "Host\tVendor\tModel\t# CPU\tCores per CPU\t# Memory\tFree slots\tGPU\tPSU"
                            : "VM\tPowerstate\tTemplate\tCPUs\tMemory\tHost");
            int rows = 1 + random.nextInt(8);
            for (int row = 0; row < rows; row++) {
                text.append('\n');
                for (int cell = 0; cell < 9; cell++) {
                    text.append(cell == 0 ? "" : "\t").append(words[random.nextInt(words.length)].replace("\"", "''"));
                }
            }
            text.append("\nend\tx");
            InventoryResult read = Inventories.importer()
                    .read(List.of(Inventories.text("t.tsv", text.toString())), List.of(InventoryHost.named("esx02")));

            assertThat(read).isInstanceOf(Imported.class);
            assertThat(((Imported) read)
                            .outcomes().stream().map(row -> row.raw().row()))
                    .as(text.toString())
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, rows + 2)
                            .boxed()
                            .toList());
        }
    }
}
