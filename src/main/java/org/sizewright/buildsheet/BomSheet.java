package org.sizewright.buildsheet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.Setup;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.quantity.Watts;
import org.sizewright.sizing.Boards;

/** What is to be ordered. Part numbers and prices are the vendor's to give: they stay empty. */
final class BomSheet {
    /** What a PCIe slot supplies by itself; a card that draws more has a cable. */
    private static final double SLOT_WATTS = 75;

    /** Description of the licences that are not paid for. */
    static final String INCLUDED = "NVIDIA AI Enterprise, included with the GPU";

    private static final String VENDOR_TO_CONFIRM = "vendor to confirm";

    private final Material material;
    private final Block.Table.Builder table = Block.Table.titled("Bill of materials")
            .note("Quantities are live formulas. Part numbers are not invented: the vendor confirms them.")
            .columns(
                    Column.text("Line"),
                    Column.text("Group"),
                    Column.text("Parent"),
                    Column.text("Vendor"),
                    Column.text("Part number"),
                    Column.text("PN status"),
                    Column.prose("Description", 46),
                    Column.number("Qty per host"),
                    Column.number("Hosts").withWidth(11),
                    Column.number("Qty").withWidth(11),
                    Column.text("Unit"),
                    Column.prose("Source", 44));
    private int server;
    private int part;

    private BomSheet(Material material) {
        this.material = material;
    }

    static Sheet of(Material material) {
        BomSheet bom = new BomSheet(material);
        for (ResolvedCluster cluster : material.live().option().clusters()) {
            cluster.groups().forEach(bom::group);
        }
        return Sheet.of(
                "bom",
                "BOM",
                "What is to be ordered. The hypervisor and its subscriptions are not sized here.",
                Sheet.Group.RESULTS,
                material.placementBanner(),
                PricedLines.of(
                        bom.table.build(),
                        material.live().option().clusters().stream()
                                .flatMap(cluster -> cluster.groups().stream())
                                .toList(),
                        material.subject().plan().plan().library(),
                        material.figures()));
    }

    private void group(ResolvedGroup group) {
        RowKey row = Material.row(group);
        server++;
        part = 0;
        Cell hosts = cell(material.sizing().cluster.hosts, row);
        Cell gpusPerHost = cell(material.sizing().demand.hosts.gpusPerHost, row);
        String vendor = group.server().vendor();
        String catalog = "server catalog, " + Material.catalogRow(group);
        String name = group.group().name();
        if (group.group().isExisting()) {
            additions(group, row, hosts);
            licences(row, name, hosts);
            return;
        }
        table.row(
                Entry.text(String.valueOf(server)),
                Entry.text(name),
                Entry.empty(),
                Entry.text(vendor),
                Entry.empty(),
                Entry.text(VENDOR_TO_CONFIRM, Tone.CAUTION),
                Entry.text(group.server().model() + ", server"),
                Entry.number(1),
                Entry.mirror(hosts),
                Entry.mirror(hosts),
                Entry.text("server"),
                Entry.text(catalog));
        gpu(group, boards(row, boards -> boards.perHost).orElse(gpusPerHost), hosts, catalog);
        String type = group.server().cpu().isBlank()
                ? "type unknown — vendor"
                : "type as stated: " + group.server().cpu();
        line(
                name,
                vendor,
                material.formulas().words("Processor with ", cell("cores_per_socket", row), " cores, " + type),
                cell("sockets", row),
                hosts,
                "processor",
                "plan; " + catalog);
        line(
                name,
                vendor,
                Entry.text("Memory; module size unknown — vendor"),
                cell("host_memory", row),
                hosts,
                "GiB",
                "plan");
        networkCards(group, hosts);
        licences(row, name, hosts);
    }

    /** The network cards of a host as far as they are stated; nothing where neither number nor model is. */
    private void networkCards(ResolvedGroup group, Cell hosts) {
        Setup setup = material.live().option().option().setup();
        Optional<String> model = setup.platform().shown(NetworkSettings.NIC_MODEL);
        Optional<Integer> count = setup.of(group.group().id()).get(HostSettings.NICS);
        if (model.isEmpty() && count.isEmpty()) {
            return;
        }
        part++;
        table.row(
                Entry.text(server + "." + part),
                Entry.text(group.group().name()),
                Entry.text(String.valueOf(server)),
                Entry.text(group.server().vendor()),
                Entry.empty(),
                Entry.text(VENDOR_TO_CONFIRM, Tone.CAUTION),
                Entry.text("Network cards; for GPUs: " + model.orElse("model unknown — vendor")
                        + setup.platform()
                                .shown(NetworkSettings.FABRIC)
                                .map(fabric -> ", " + fabric)
                                .orElse("")),
                count.map(Entry::number).orElseGet(() -> Entry.text("unknown")),
                Entry.mirror(hosts),
                count.map(each -> material.formulas().times(hosts, each)).orElseGet(() -> Entry.text("unknown")),
                Entry.text("network card"),
                Entry.text("plan"));
    }

    /** What is ordered for hosts that are there: the GPUs that come, their cables, and a riser where one is needed. */
    private void additions(ResolvedGroup group, RowKey row, Cell hosts) {
        InventoryHost first = group.existing().getFirst();
        table.row(
                Entry.text(String.valueOf(server)),
                Entry.text(group.group().name()),
                Entry.empty(),
                Entry.text(group.server().vendor()),
                Entry.empty(),
                Entry.text("not ordered"),
                Entry.text(group.server().model() + ", server that is there already"),
                Entry.empty(),
                Entry.mirror(hosts),
                Entry.number(0),
                Entry.text("server"),
                Entry.text(Material.inventoryRow(first)));
        Cell add = cell("gpus_to_add", row);
        if (material.figures().value(add).asNumber().orElse(1) <= 0) {
            return;
        }
        gpu(
                group,
                boards(row, boards -> boards.toAdd.orElseThrow()).orElse(add),
                hosts,
                group.listed() ? "server catalog, " + Material.catalogRow(group) : "in no server catalog");
        boolean module = !isCard(group.gpu());
        List<String> ofModel = group.chassis()
                .map(chassis -> chassis.details()
                        .risersFor(group.gpu().slots().asOptional().orElse(1)))
                .orElse(List.of());
        Optional<Fittings.Riser> riser = first.fittings().riser();
        if (!module && riser.isEmpty()) {
            risers(
                    group,
                    hosts,
                    "Riser for " + group.gpu().name() + ": whether one is needed is unknown — vendor"
                            + (ofModel.isEmpty()
                                    ? ""
                                    : "; the library has the slots on " + String.join(" or ", ofModel)));
        } else if (!module && riser.get().toOrder()) {
            String which = riser.get().description();
            risers(
                    group,
                    hosts,
                    "Riser for " + group.gpu().name() + ": "
                            + (which.isEmpty()
                                    ? "type and number unknown — vendor"
                                    : which + "; number per host — vendor"));
        }
    }

    /** The risers of a host, whose exact parts the vendor names. */
    private void risers(ResolvedGroup group, Cell hosts, String description) {
        part++;
        table.row(
                Entry.text(server + "." + part),
                Entry.text(group.group().name()),
                Entry.text(String.valueOf(server)),
                Entry.text(group.server().vendor()),
                Entry.empty(),
                Entry.text(VENDOR_TO_CONFIRM, Tone.CAUTION),
                Entry.text(description),
                Entry.number(1),
                Entry.mirror(hosts),
                material.formulas().whileCurrent(hosts),
                Entry.text("riser set"),
                Entry.text(Material.inventoryRow(group.existing().getFirst())));
    }

    private void gpu(ResolvedGroup group, Cell perHost, Cell hosts, String catalog) {
        Gpu gpu = group.gpu();
        String vendor = group.server().vendor();
        String name = group.group().name();
        line(
                name,
                vendor,
                Entry.text(gpu.name() + (isCard(gpu) ? ", card" : ", module on the server's board")),
                perHost,
                hosts,
                gpu.gpusPerBoard() > 1 ? "GPU board" : "GPU",
                catalog + "; library record " + gpu.key());
        cable(gpu)
                .ifPresent(cable -> line(
                        name,
                        vendor,
                        Entry.text(cable),
                        perHost,
                        hosts,
                        "cable",
                        "vSphere ML Accelerator Spectrum, NVIDIA AI Enterprise Suite, frankdenneman.nl, 2023-05-23;"
                                + " library record " + gpu.key()));
    }

    /** Where GPUs share boards, boards are ordered. */
    private Optional<Cell> boards(RowKey row, Function<Boards, Figure> figure) {
        return material.sizing().demand.hosts.boards.map(boards -> cell(figure.apply(boards), row));
    }

    /** The cable by the card's connector; one of unknown connector is a question to the vendor. */
    private static Optional<String> cable(Gpu gpu) {
        if (!needsCable(gpu)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (gpu.details().auxPower()) {
                    case Fact.Known<String> known ->
                        "Power cable for " + gpu.name() + ", connector at the card " + known.value()
                                + (known.evidence() == Evidence.VERIFIED
                                        ? ""
                                        : " (" + known.evidence().word() + ")")
                                + "; ordered with the GPU, length and server side — vendor";
                    case Fact.Unknown<String> unknown ->
                        "Power cable for " + gpu.name() + ", type unknown: ask the vendor; ordered with the GPU";
                });
    }

    private void licences(RowKey row, String name, Cell hosts) {
        Cell needed = cell(material.sizing().cluster.licences, row);
        Cell included = cell(material.sizing().cluster.licencesIncluded, row);
        boolean known = material.figures().value(included).isKnown();
        String source = material.sizing().cluster.licences.sources().stream()
                .findFirst()
                .map(licence -> licence.title() + ", " + licence.where())
                .orElse("");
        licence(
                name,
                "NVIDIA AI Enterprise, one licence per GPU, to order"
                        + (known
                                ? ""
                                : ": at most one per GPU; whether licences come with the GPU is unknown — vendor"),
                hosts,
                known
                        ? material.formulas().difference(needed, included)
                        : material.formulas().whileCurrent(needed),
                source);
        licence(name, INCLUDED, hosts, material.formulas().whileCurrent(included), source);
    }

    private void licence(String name, String description, Cell hosts, Entry quantity, String source) {
        part++;
        table.row(
                Entry.text(server + "." + part),
                Entry.text(name),
                Entry.text(String.valueOf(server)),
                Entry.text("NVIDIA"),
                Entry.empty(),
                Entry.text(VENDOR_TO_CONFIRM, Tone.CAUTION),
                Entry.text(description),
                Entry.empty(),
                Entry.mirror(hosts),
                quantity,
                Entry.text("licence"),
                Entry.text(source));
    }

    private void line(
            String name, String vendor, Entry description, Cell perHost, Cell hosts, String unit, String source) {
        part++;
        table.row(
                Entry.text(server + "." + part),
                Entry.text(name),
                Entry.text(String.valueOf(server)),
                Entry.text(vendor),
                Entry.empty(),
                Entry.text(VENDOR_TO_CONFIRM, Tone.CAUTION),
                description,
                Entry.mirror(perHost),
                Entry.mirror(hosts),
                material.formulas().product(hosts, perHost),
                Entry.text(unit),
                Entry.text(source));
    }

    private static boolean isCard(Gpu gpu) {
        return gpu.form().startsWith("PCIe") || gpu.form().startsWith("NVL");
    }

    /** Cards above the power of their slot; one of unknown power is taken for such a card. */
    private static boolean needsCable(Gpu gpu) {
        if (gpu.details()
                .auxPower()
                .asOptional()
                .filter(text -> text.startsWith("none"))
                .isPresent()) {
            return false;
        }
        return isCard(gpu) && gpu.tdp().map(Watts::value).orElse(Double.MAX_VALUE) > SLOT_WATTS;
    }

    private Cell cell(String id, RowKey row) {
        return cell(material.figures().get(id), row);
    }

    private static Cell cell(Figure figure, RowKey row) {
        return figure.cell(row, Lane.VALUE);
    }
}
