package org.sizewright.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.FacetList;
import org.sizewright.ui.part.FactGrid;
import org.sizewright.ui.part.FilterChips;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.LinkChip;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.StackedBar;
import org.sizewright.ui.part.Why;

/** Every part with invented contents, to look at. */
final class Gallery {
    private final Texts texts = Texts.english();

    record Server(
            String vendor, String model, String gpu, int gpus, String state, Tone tone, Optional<Integer> watts) {}

    /** The frame with a table in it. */
    Shell catalog() {
        Shell shell = shell(List.of(
                slot("catalog", Icon.CATALOG, "Catalog", this::catalogScreen),
                slot("accelerators", Icon.ACCELERATORS, "Accelerators", Region::new),
                slot("workloads", Icon.WORKLOADS, "Workloads", this::workloadScreen),
                slot("cluster", Icon.CLUSTER, "Cluster", this::emptyScreen),
                slot("placement", Icon.PLACEMENT, "Placement", GalleryPlacement::screen),
                slot("checks", Icon.CHECKS, "Checks", this::errorScreen),
                slot("compare", Icon.COMPARE, "Compare", Region::new),
                slot("sheet", Icon.BUILD_SHEET, "Build sheet", Region::new)));
        shell.why().show(kvCache());
        return shell;
    }

    Shell workloads() {
        Shell shell = catalog();
        shell.select("workloads");
        return shell;
    }

    Shell placement() {
        Shell shell = catalog();
        shell.select("placement");
        shell.why()
                .show(Why.finding(
                                "esx-01, GPU 5: one slice stranded",
                                "3g.40gb holds slices 0 to 3, 2g.20gb 4 and 5, 1g.10gb slice 6. Slice 7 can be reached by no"
                                        + " profile that is still open.",
                                List.of())
                        .withSection(Why.Section.of(
                                        "What would use it", "2g.20gb three times and 1g.20gb fill all eight slices.")
                                .withStep("Try it", () -> {}))
                        .withSection(Why.Section.of(
                                "Proof",
                                "Perfectly packed, the demand fills 2.41 hosts: fewer than 3 cannot hold it.")));
        return shell;
    }

    Shell shell(List<ScreenSlot> slots) {
        Shell shell = new Shell(texts, slots, new QuietActions());
        shell.showPlan("Sample plan", "Revision 3, saved", List.of());
        shell.showSite("2 racks, 44 kW");
        shell.showOptions(
                List.of(new OptionTab("a", "A", "4 hosts, HGX H100"), new OptionTab("b", "B", "6 hosts, H100 NVL")),
                "a");
        shell.showUndo(Optional.of("set users to 300"));
        shell.showStatus(List.of(
                StatusSegment.of("hosts", "4", "hosts"),
                StatusSegment.of("gpus", "32", "GPUs: 22 used, 2 free, 8 spare"),
                StatusSegment.of("stranded", "60 GiB", "stranded"),
                StatusSegment.of("vms", "59 of 59", "VMs placed").withMark("Proven: 3 hosts + 1 spare", Tone.OK),
                StatusSegment.of("failure", "", "").withMark("Survives any host", Tone.OK),
                StatusSegment.of("power", "40.8", "of 44 kW"),
                StatusSegment.of("licences", "32", "licences"),
                StatusSegment.of("warnings", "", "")
                        .withMark("2 warnings", Tone.WARN)
                        .atEnd(),
                StatusSegment.of("open", "", "")
                        .withMark("5 open items", Tone.INFO)
                        .atEnd()));
        return shell;
    }

    static ScreenSlot slot(String id, Icon icon, String title, Supplier<Node> content) {
        return new ScreenSlot(id, icon, title, content);
    }

    static Why kvCache() {
        return Why.figure(
                        "KV cache per token and GPU",
                        "81,920 B",
                        "= 80 KiB",
                        List.of("2 × kvHeads/TP × headDim × layers × bytes", "2 × 4 × 128 × 80 × 1 B"),
                        List.of(
                                Why.Input.computed(
                                        "KV heads per GPU",
                                        "4",
                                        "8 of the model, split over tensor parallel 2",
                                        () -> Why.figure(
                                                "KV heads per GPU",
                                                "4",
                                                "",
                                                List.of("kvHeads / TP", "8 / 2"),
                                                List.of(
                                                        Why.Input.given(
                                                                "KV heads", "8", "config.json, num_key_value_heads"),
                                                        Why.Input.given("Tensor parallel", "2", "your choice")))),
                                Why.Input.given("Head dimension", "128", "config.json, head_dim"),
                                Why.Input.given("Layers", "80", "config.json, num_hidden_layers"),
                                Why.Input.given("Bytes per value", "1", "your choice: FP8")))
                .withSection(Why.Section.of(
                        "Held against measurement", "25 serving logs: median error 0.01 %, worst 1.4 %"));
    }

    private Node catalogScreen() {
        Label title = new Label("Catalog");
        title.getStyleClass().add("screen-title");
        Label sum = new Label("229 rows: 221 kept, 5 merged, 2 skipped, 1 to check");
        sum.getStyleClass().add("muted");
        DataTable<Server> table = table();
        table.show(servers());
        table.select(Set.of("PowerEdge XE9680"));
        Button imports = new Button("Import…", Icon.IMPORT.node());
        imports.getStyleClass().add("primary");
        HBox head = new HBox(10, title, sum, grow(), table.columnChooser(), new Button("What changed…"), imports);
        head.setAlignment(Pos.CENTER_LEFT);
        FilterChips filters = new FilterChips(texts);
        filters.show(List.of(
                new FilterChips.Filter("gpus", "At least 2 GPUs"),
                new FilterChips.Filter("vendor", "Vendor: Dell or HPE")));
        TextField search = new TextField();
        search.setPromptText("Search all columns");
        search.setPrefWidth(240);
        Label count = new Label("214 of 221");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, search, filters, grow(), count);
        HBox.setHgrow(filters, Priority.SOMETIMES);
        line.setAlignment(Pos.CENTER_LEFT);
        FacetList vendors = new FacetList(texts, "Vendor");
        vendors.show(List.of(
                new FacetList.Facet("dell", "Dell Technologies", 31),
                new FacetList.Facet("hpe", "HPE", 28),
                new FacetList.Facet("lenovo", "Lenovo", 24),
                new FacetList.Facet("smc", "Supermicro", 52),
                new FacetList.Facet("cisco", "Cisco", 11),
                new FacetList.Facet("asus", "ASUS", 9),
                new FacetList.Facet("qct", "QCT", 7)));
        vendors.choose(Set.of("dell", "hpe"));
        FacetList gpus = new FacetList(texts, "GPU");
        gpus.show(List.of(
                new FacetList.Facet("h100", "H100", 41),
                new FacetList.Facet("h200", "H200", 18),
                new FacetList.Facet("l40s", "L40S", 37),
                new FacetList.Facet("unknown", "not told", 0)));
        VBox facets = new VBox(16, vendors, gpus);
        facets.getStyleClass().add("card");
        facets.setMinWidth(176);
        facets.setPrefWidth(176);
        HBox body = new HBox(12, facets, table);
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        return page(head, line, body);
    }

    DataTable<Server> table() {
        return new DataTable<>(
                texts,
                "Servers",
                Server::model,
                List.of(
                        Column.words("vendor", "Vendor", s -> Cell.text(s.vendor())),
                        Column.words("model", "Server", s -> Cell.text(s.model())),
                        Column.words("gpu", "GPU", s -> Cell.text(s.gpu())),
                        Column.numbers("gpus", "GPUs", s -> Cell.number(String.valueOf(s.gpus()), s.gpus())),
                        Column.numbers(
                                "watts",
                                "Power, W",
                                s -> s.watts()
                                        .map(w -> Cell.number(String.format("%,d", w), w))
                                        .orElse(Cell.unknown("not given"))),
                        Column.words("state", "Validation", s -> Cell.chip(s.state(), s.tone()))));
    }

    static List<Server> servers() {
        List<Server> rows = new ArrayList<>(List.of(
                new Server(
                        "Dell Technologies", "PowerEdge XE9680", "H100", 8, "Certified", Tone.OK, Optional.of(10_200)),
                new Server("HPE", "Cray XD670", "H100", 8, "Certified", Tone.OK, Optional.empty()),
                new Server("HPE", "ProLiant DL380a Gen11", "L40S", 4, "Qualified", Tone.INFO, Optional.of(3_200)),
                new Server("Lenovo", "ThinkSystem SR675 V3", "H100 NVL", 8, "Certified", Tone.OK, Optional.of(4_800)),
                new Server("Supermicro", "ARS-221GL-NHIR", "GH200 144GB", 2, "To check", Tone.WARN, Optional.of(900)),
                new Server("Nettrix", "X660 G45", "A100", 8, "Refused", Tone.ERROR, Optional.empty())));
        for (int i = 1; i <= 30; i++) {
            rows.add(new Server(
                    "Vendor " + i, "Model " + i, "L4", i % 8 + 1, "Not told", Tone.NEUTRAL, Optional.of(i * 100)));
        }
        return rows;
    }

    private Node workloadScreen() {
        Label title = new Label("Coding assistant");
        title.getStyleClass().add("screen-title");
        HBox head = new HBox(
                10,
                title,
                new Chip("Fits 2 × H100 80 GB SXM", Tone.OK),
                grow(),
                new Button("Duplicate", Icon.COPY.node()),
                new Button("GiB"));
        head.setAlignment(Pos.CENTER_LEFT);
        Label sentence = new Label(
                "300 users, half of them active: 150 requests at peak. One replica (tensor parallel 2) holds"
                        + " 439,000 tokens: 53 requests at 8,192 tokens. 150 wanted: 3 replicas = 6 GPUs. What binds: KV cache.");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        SearchableChoice<String> model = new SearchableChoice<>("Model", s -> s);
        model.show(List.of("Llama 3.3 70B Instruct", "Qwen3 32B"), Optional.of("Llama 3.3 70B Instruct"));
        model.setNote("70.55 B parameters, exact");
        NumberField context = new NumberField(texts, NumberField.Spec.whole("Context", "tokens", 16, 131_072));
        context.showAutomatic(BigDecimal.valueOf(8192));
        context.setNote("16 to 131,072");
        NumberField load = new NumberField(texts, NumberField.Spec.whole("Load", "users", 1, 100_000));
        load.onAutomatic(() -> {});
        load.show(BigDecimal.valueOf(300));
        load.setNote("150 requests at peak");
        NumberField share = new NumberField(
                texts, new NumberField.Spec("Memory used", "", new BigDecimal("0.10"), BigDecimal.ONE, 2));
        share.show(new BigDecimal("0.9"));
        share.field().setText("1.2");
        share.field().fireEvent(new ActionEvent());
        FlowGrid fields = new FlowGrid(190, 12, model, context, load, share);
        FactGrid facts = new FactGrid();
        facts.show(List.of(
                FactGrid.Fact.of("replicas", "Replicas", "3")
                        .withNote("150 requests, 53 each")
                        .withExplanation(),
                FactGrid.Fact.of("gpus", "GPUs", "6")
                        .withMark("proven", Tone.OK)
                        .withExplanation(),
                FactGrid.Fact.of("rate", "Tokens per second", "2,100 to 3,400").withMark("estimate", Tone.INFO),
                FactGrid.Fact.of("first", "Time to first token", "not known")
                        .withNote("no measurement for this pair")));
        Card left = new Card("Result", facts);
        StackedBar narrow = new StackedBar("Memory of one GPU, narrow");
        narrow.show(memory(), 79.19);
        Card right = new Card("The same bar, narrow", narrow)
                .withActions(new LinkChip("2 notes", Tone.WARN, Icon.WARN, () -> {}));
        HBox.setHgrow(left, Priority.ALWAYS);
        right.setPrefWidth(280);
        right.setMinWidth(240);
        StackedBar bar = new StackedBar("Memory of one GPU");
        bar.show(memory(), 79.19);
        return page(
                head,
                sentence,
                new Card("Inputs", fields),
                new Card("Memory of one GPU: 79.19 GiB as the driver reports it", bar),
                new HBox(12, left, right));
    }

    static List<StackedBar.Segment> memory() {
        return List.of(
                StackedBar.Segment.of("weights", "Weights", "33.9", 33.9, Fill.WORK_1),
                StackedBar.Segment.of("kv", "KV cache", "33.5", 33.5, Fill.WORK_2),
                StackedBar.Segment.of("act", "Activation", "1.8", 1.8, Fill.WORK_3)
                        .withNote("±10 %"),
                StackedBar.Segment.of("comm", "Communication", "2.1", 2.1, Fill.WORK_4),
                StackedBar.Segment.of("kept", "Kept free", "7.9", 7.9, Fill.RESERVED));
    }

    private Node emptyScreen() {
        return new EmptyState(
                        Icon.CLUSTER,
                        Tone.NEUTRAL,
                        "No hosts yet",
                        "Choose a server in the catalog, or let Sizewright propose one for the workloads of this plan.")
                .withAction("Propose hosts", () -> {})
                .withAction("Open the catalog", () -> {});
    }

    private Node errorScreen() {
        return new EmptyState(
                        Icon.ERROR,
                        Tone.ERROR,
                        "The file could not be read",
                        "“servers.xlsx” has no sheet with a header row. Export the catalog again with its header, or choose"
                                + " another file.")
                .withAction("Choose another file…", () -> {});
    }

    /** Controls side by side. */
    Parent controls() {
        FlowPane chips = new FlowPane(8, 8);
        for (Tone tone : Tone.values()) {
            chips.getChildren().add(new Chip(tone.name().toLowerCase(Locale.ROOT), tone));
        }
        Button primary = new Button("Export build sheet", Icon.EXPORT.node());
        primary.getStyleClass().add("primary");
        Button off = new Button("Not now");
        off.setDisable(true);
        Button flat = new Button("Flat");
        flat.getStyleClass().add("flat");
        Button link = new Button("A link");
        link.getStyleClass().add("link");
        FlowPane buttons = new FlowPane(8, 8, primary, new Button("Compare"), off, flat, link);
        RangeSlider range = new RangeSlider(0, 100, 20, 70);
        SearchableChoice<String> choice = new SearchableChoice<>("Engine", s -> s);
        choice.show(List.of("vLLM 0.19", "TensorRT-LLM"), Optional.of("vLLM 0.19"));
        CheckBox tick = new CheckBox("Only certified");
        tick.setSelected(true);
        DataTable<Server> none = table();
        none.show(List.of());
        none.setEmpty(
                new EmptyState(Icon.FILTER, Tone.NEUTRAL, "No row passes the filters", "Drop a filter to see more."));
        none.setPrefHeight(260);
        Button focused = new Button("Focused");
        Button primaryFocused = new Button("Focused");
        primaryFocused.getStyleClass().add("primary");
        TextField fieldFocused = new TextField("Focused");
        for (Node each : List.of(focused, primaryFocused, fieldFocused)) {
            each.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
        }
        buttons.getChildren().addAll(focused, primaryFocused, fieldFocused);
        return page(
                new Card("Chips", chips),
                new Card("Buttons", buttons),
                new Card("Controls", new HBox(24, choice, range, tick)),
                none);
    }

    static VBox page(Node... nodes) {
        VBox page = new VBox(12, nodes);
        page.setPadding(new Insets(14));
        return page;
    }

    static Region grow() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
