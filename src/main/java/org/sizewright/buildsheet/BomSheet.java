package org.sizewright.buildsheet;

import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.quantity.Watts;

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
        Gpu gpu = group.gpu();
        server++;
        part = 0;
        Cell hosts = cell(material.sizing().cluster.hosts, row);
        Cell gpusPerHost = cell(material.sizing().demand.hosts.gpusPerHost, row);
        String vendor = group.server().vendor();
        String catalog = "server catalog, " + Material.catalogRow(group);
        String name = group.group().name();
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
        boolean module = !isCard(gpu);
        line(
                name,
                vendor,
                Entry.text(gpu.name() + (module ? ", module on the server's board" : ", card")),
                gpusPerHost,
                hosts,
                "GPU",
                catalog + "; library record " + gpu.key());
        if (needsCable(gpu)) {
            line(
                    name,
                    vendor,
                    Entry.text("Power cable for " + gpu.name() + "; ordered with the GPU"),
                    gpusPerHost,
                    hosts,
                    "cable",
                    "vSphere ML Accelerator Spectrum, NVIDIA AI Enterprise Suite, frankdenneman.nl, 2023-05-23");
        }
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
        licences(row, name, hosts);
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
        return isCard(gpu) && gpu.tdp().map(Watts::value).orElse(Double.MAX_VALUE) > SLOT_WATTS;
    }

    private Cell cell(String id, RowKey row) {
        return cell(material.figures().get(id), row);
    }

    private static Cell cell(Figure figure, RowKey row) {
        return figure.cell(row, Lane.VALUE);
    }
}
