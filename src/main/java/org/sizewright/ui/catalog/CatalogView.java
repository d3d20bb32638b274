package org.sizewright.ui.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.catalog.Facet;
import org.sizewright.session.SessionState;
import org.sizewright.ui.catalog.CatalogViewModel.Part;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.EntryList;
import org.sizewright.ui.part.FacetList;
import org.sizewright.ui.part.FilterChips;
import org.sizewright.ui.part.LinkChip;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The catalog: search and facets, the table of servers, and the account of every row of the file. */
public final class CatalogView implements Screen {
    private static final double FACET_WIDTH = 172;

    /** Below this width the table starts without its spare columns. */
    private static final double ROOM_FOR_ALL = 860;

    private final CatalogViewModel model;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final VBox filled;
    private final Node empty;
    private final Label account = new Label();
    private final Label origin = new Label();
    private final HBox checks = new HBox();
    private final TextField search = new TextField();
    private final ToggleButton servers = new ToggleButton();
    private final ToggleButton rest = new ToggleButton();
    private final ToggleButton filter = new ToggleButton();
    private final FilterChips chips;
    private final Label count = new Label();
    private final Label restAccount = new Label();
    private final Map<Facet, FacetList> facets = new EnumMap<>(Facet.class);
    private final Label noFacets = new Label();
    private final VBox facetBox = new VBox(16);
    private final Region facetCard;
    private final DataTable<ServerRow> table;
    private final EntryList<RestRow> restList;
    private final StackPane tables = new StackPane();
    private final MenuButton serverColumns;
    private boolean roomForAll = true;

    public CatalogView(Workspace workspace) {
        this(workspace, new CatalogViewModel(workspace));
    }

    CatalogView(Workspace workspace, CatalogViewModel model) {
        this.model = model;
        texts = workspace.texts();
        chips = new FilterChips(texts);
        ServerColumns columns = new ServerColumns(model.words());
        table = new DataTable<>(texts, texts.get("catalog.servers"), ServerRow::id, columns.servers());
        restList = new EntryList<>(texts.get("catalog.rest"), RestRow::toEntry);
        serverColumns = table.columnChooser();
        facetCard = facetCard();
        filled = new VBox(10, head(), line(), chips, body());
        filled.setPadding(new Insets(12, 14, 14, 14));
        empty = new EmptyState(
                        Icon.CATALOG, Tone.NEUTRAL, texts.get("catalog.empty.title"), texts.get("catalog.empty.text"))
                .withAction(texts.get("catalog.empty.import"), model::chooseFile);
        wire();
        model.page().subscribe(this::render);
        model.part().subscribe(this::bringToFront);
        model.revealed().subscribe(id -> id.ifPresent(this::reveal));
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
    }

    private Node head() {
        Label title = new Label(texts.get("catalog.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        account.getStyleClass().add("muted");
        account.setId("catalog-account");
        account.setMinWidth(Region.USE_PREF_SIZE);
        Button open = new Button(texts.get("catalog.import"), Icon.IMPORT.node());
        open.getStyleClass().add("primary");
        open.setId("catalog-import");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(ignored -> model.chooseFile());
        HBox first = new HBox(10, title, account, checks);
        first.setAlignment(Pos.CENTER_LEFT);
        origin.getStyleClass().add("note");
        VBox words = new VBox(2, first, origin);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(10, words, open);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node line() {
        ToggleGroup parts = new ToggleGroup();
        part(servers, "catalog-servers-part", Part.SERVERS, parts);
        part(rest, "catalog-rest-part", Part.REST, parts);
        HBox segments = new HBox(servers, rest);
        segments.getStyleClass().add("segmented");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        search.setId("catalog-search");
        search.setPromptText(texts.get("catalog.search"));
        search.setAccessibleText(texts.get("catalog.search"));
        search.setPrefWidth(240);
        search.setMinWidth(140);
        filter.setText(texts.get("catalog.filters"));
        filter.setGraphic(Icon.FILTER.node());
        filter.setId("catalog-filters");
        filter.setSelected(true);
        filter.setMinWidth(Region.USE_PREF_SIZE);
        filter.getStyleClass().add("switch");
        count.getStyleClass().add("muted");
        count.setId("catalog-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, segments, search, filter, restAccount, gap, count, serverColumns);
        restAccount.getStyleClass().add("muted");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void part(ToggleButton button, String id, Part part, ToggleGroup group) {
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.bringToFront(part);
        });
    }

    private Region facetCard() {
        ScrollPane scroll = new ScrollPane(facetBox);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(texts.get("catalog.filters"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        noFacets.setText(texts.get("catalog.noFacets"));
        noFacets.getStyleClass().add("muted");
        noFacets.setWrapText(true);
        facetBox.getStyleClass().add("facets");
        VBox card = new VBox(scroll);
        card.getStyleClass().addAll("card", "facet-card");
        card.setMinWidth(FACET_WIDTH);
        card.setPrefWidth(FACET_WIDTH);
        card.setMinHeight(0);
        return card;
    }

    private Node body() {
        table.view().setId("catalog-servers");
        restList.view().setId("catalog-rest");
        table.setEmpty(new EmptyState(
                        Icon.FILTER, Tone.NEUTRAL, texts.get("catalog.none.title"), texts.get("catalog.none.text"))
                .withAction(texts.get("catalog.none.clear"), model::clear));
        restList.setEmpty(new EmptyState(
                Icon.OK, Tone.OK, texts.get("catalog.allKept.title"), texts.get("catalog.allKept.text")));
        tables.setMinHeight(0);
        HBox.setHgrow(tables, Priority.ALWAYS);
        HBox body = new HBox(10, facetCard, tables);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private void wire() {
        search.textProperty().addListener((property, before, text) -> model.search(text));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        chips.onRemove(model::drop);
        chips.onClear(model::clear);
        filter.setOnAction(ignored -> bringToFront(model.part().get()));
        table.onSelect(row -> row.ifPresent(model::select));
        table.onOpen(model::select);
        restList.onSelect(row -> row.ifPresent(model::select));
        table.view().widthProperty().subscribe(width -> makeRoom(width.doubleValue()));
    }

    private void render(Optional<CatalogPage> shown) {
        root.getChildren().setAll(shown.isPresent() ? filled : empty);
        shown.ifPresent(page -> {
            account.setText(page.account());
            origin.setText(page.origin());
            checks.getChildren()
                    .setAll(
                            page.toCheck() > 0
                                    ? new LinkChip(
                                            texts.get("catalog.toCheck", page.toCheck()),
                                            Tone.WARN,
                                            Icon.WARN,
                                            () -> model.bringToFront(Part.REST))
                                    : new Chip(texts.get("catalog.nothingToCheck"), Tone.OK));
            servers.setText(texts.get("catalog.part.servers", page.all()));
            rest.setText(texts.get("catalog.part.rest", page.toCheck()));
            restAccount.setText(page.restAccount());
            if (!search.getText().equals(page.query().text())) {
                search.setText(page.query().text());
            }
            count.setText(texts.get("catalog.count", page.servers().size(), page.all()));
            chips.show(page.filters());
            showFacets(page.facets());
            table.show(page.servers());
            restList.show(page.rest());
            bringToFront(model.part().get());
        });
    }

    private void showFacets(List<CatalogPage.FacetChoice> choices) {
        boolean any = choices.stream().anyMatch(choice -> !choice.values().isEmpty());
        noFacets.setVisible(!any);
        noFacets.setManaged(!any);
        List<Facet> shown = choices.stream().map(CatalogPage.FacetChoice::facet).toList();
        if (!facets.keySet().equals(Set.copyOf(shown))) {
            facets.clear();
            for (Facet facet : shown) {
                FacetList list = new FacetList(texts, model.words().facet(facet));
                list.onChange(values -> model.choose(facet, values));
                facets.put(facet, list);
            }
            facetBox.getChildren().setAll(shown.stream().map(facets::get).toList());
            facetBox.getChildren().add(noFacets);
        }
        for (CatalogPage.FacetChoice choice : choices) {
            FacetList list = facets.get(choice.facet());
            if (list != null) {
                list.choose(choice.chosen());
                list.show(choice.values());
                list.setVisible(!choice.values().isEmpty());
                list.setManaged(!choice.values().isEmpty());
            }
        }
    }

    private void bringToFront(Part part) {
        boolean isRest = part == Part.REST;
        servers.setSelected(!isRest);
        rest.setSelected(isRest);
        tables.getChildren().setAll(isRest ? restList : table);
        boolean withFacets = !isRest && filter.isSelected();
        facetCard.setVisible(withFacets);
        facetCard.setManaged(withFacets);
        for (Node each : List.of(search, filter, count, serverColumns)) {
            each.setVisible(!isRest);
            each.setManaged(!isRest);
        }
        restAccount.setVisible(isRest);
        restAccount.setManaged(isRest);
        boolean withChips = !isRest
                && model.page().get().stream().anyMatch(page -> !page.filters().isEmpty());
        chips.setVisible(withChips);
        chips.setManaged(withChips);
    }

    private void reveal(String id) {
        table.select(Set.of(id));
        table.view().requestFocus();
    }

    /** Shows or hides the spare columns when the table gets wide or narrow; in between they stay as the user set them. */
    private void makeRoom(double width) {
        boolean room = width >= ROOM_FOR_ALL;
        if (width > 0 && room != roomForAll) {
            roomForAll = room;
            for (TableColumn<?, ?> column : table.view().getColumns()) {
                if (ServerColumns.SPARE.contains(column.getId())) {
                    column.setVisible(room);
                }
            }
        }
    }
}
