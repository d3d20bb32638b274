package org.sizewright.ui.catalog;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.ServerComparison;
import org.sizewright.session.SessionState;
import org.sizewright.ui.catalog.CatalogViewModel.Part;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.EntryList;
import org.sizewright.ui.part.FilterChips;
import org.sizewright.ui.part.LinkChip;
import org.sizewright.ui.part.SearchField;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The catalog: search and facets, the table of servers, and the account of every row of the file. */
public final class CatalogView implements Screen {
    private final CatalogViewModel model;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final VBox filled;
    private final Node empty;
    private final Label account = new Label();
    private final Label origin = new Label();
    private final HBox checks = new HBox();
    private final SearchField search = new SearchField();
    private final ToggleButton servers = new ToggleButton();
    private final ToggleButton rest = new ToggleButton();
    private final ToggleButton filter = new ToggleButton();
    private final FilterChips chips;
    private final Label count = new Label();
    private final Label restAccount = new Label();
    private final Label correction = new Label();
    private final ToggleButton favourites = new ToggleButton();
    private final Button compare = new Button();
    private final SavedFilters saved;
    private final FacetPanel facets;
    private final ServerTable table;
    private final ComparePanel comparePanel;
    private final EntryList<RestRow> restList;
    private final StackPane tables = new StackPane();
    private CatalogPage.@Nullable Source shownSource;
    private int selected;

    /** @param desk saved filters, favourites and columns of this user */
    public CatalogView(Workspace workspace, CatalogDeskFile desk) {
        this(workspace, new CatalogViewModel(workspace, desk));
    }

    CatalogView(Workspace workspace, CatalogViewModel model) {
        this.model = model;
        texts = workspace.texts();
        chips = new FilterChips(texts);
        saved = new SavedFilters(model);
        facets = new FacetPanel(model);
        table = new ServerTable(model, noServer(), this::count, model.comparison()::show);
        comparePanel = new ComparePanel(model.words(), model.comparison());
        restList = new EntryList<>(texts.get("catalog.rest"), RestRow::toEntry);
        filled = new VBox(10, head(), line(), saved.line(), chips, correction, body());
        filled.setPadding(new Insets(12, 14, 14, 14));
        empty = new EmptyState(
                        Icon.CATALOG, Tone.NEUTRAL, texts.get("catalog.empty.title"), texts.get("catalog.empty.text"))
                .withAction(texts.get("catalog.empty.import"), model::chooseFile)
                .withAction(texts.get("catalog.paste"), model::pasteList);
        wire();
        model.page().subscribe(this::render);
        model.part().subscribe(this::bringToFront);
        model.revealed().subscribe(id -> id.ifPresent(table::reveal));
        model.comparison().picked().subscribe(rows -> showCompare());
        model.comparison().shown().subscribe(this::showComparison);
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
        origin.getStyleClass().add("note");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(origin.textProperty());
        origin.setTooltip(whole);
        Button paste = new Button(texts.get("catalog.paste"));
        paste.setId("catalog-paste");
        paste.setTooltip(new Tooltip(texts.get("catalog.pasteTip")));
        paste.setMinWidth(Region.USE_PREF_SIZE);
        paste.setOnAction(ignored -> model.pasteList());
        Button review = new Button(texts.get("catalog.columnsAndAnswers"));
        review.setId("catalog-review");
        review.getStyleClass().addAll("link", "tiny");
        review.setMinWidth(Region.USE_PREF_SIZE);
        review.setOnAction(ignored -> model.reviewImport());
        Button difference = new Button(texts.get("catalog.compareExports"));
        difference.setId("catalog-difference");
        difference.getStyleClass().addAll("link", "tiny");
        difference.setMinWidth(Region.USE_PREF_SIZE);
        difference.setTooltip(new Tooltip(texts.get("catalog.compareExportsTip")));
        difference.setOnAction(ignored -> model.compareExports());
        compare.setId("catalog-compare-button");
        compare.setGraphic(Icon.COMPARE.node());
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setTooltip(new Tooltip(texts.get("catalog.compare.tip", ServerComparison.MOST)));
        compare.setAccessibleHelp(texts.get("catalog.compare.tip", ServerComparison.MOST));
        compare.setOnAction(ignored -> model.comparison().show(selected > 1 ? table.selected() : List.of()));
        Button find = new Button(texts.get("find.button"), Icon.SEARCH.node());
        find.setId("catalog-find");
        find.setMinWidth(Region.USE_PREF_SIZE);
        find.setTooltip(new Tooltip(texts.get("find.buttonTip")));
        find.setAccessibleHelp(texts.get("find.buttonTip"));
        find.setOnAction(ignored -> model.findServers());
        checks.setAlignment(Pos.CENTER_LEFT);
        HBox first = new HBox(8, title, account, checks, gap(), compare, paste, open);
        first.setAlignment(Pos.CENTER_LEFT);
        HBox second = new HBox(6, origin, review, difference, gap(), find);
        second.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, first, second);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Node line() {
        ToggleGroup parts = new ToggleGroup();
        part(servers, "catalog-servers-part", Part.SERVERS, parts);
        part(rest, "catalog-rest-part", Part.REST, parts);
        HBox segments = new HBox(servers, rest);
        segments.getStyleClass().add("segmented");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        search.named("catalog-search", texts.get("catalog.search"));
        search.setPrefWidth(240);
        search.setMinWidth(140);
        HBox.setHgrow(search, Priority.SOMETIMES);
        search.setMaxWidth(340);
        filter.setText(texts.get("catalog.filters"));
        filter.setGraphic(Icon.FILTER.node());
        filter.setId("catalog-filters");
        filter.setSelected(true);
        filter.setMinWidth(Region.USE_PREF_SIZE);
        filter.getStyleClass().add("switch");
        favourites.setGraphic(Icon.FAVOURITE.node());
        favourites.setId("catalog-favourites");
        favourites.getStyleClass().addAll("switch", "icon-only");
        favourites.setAccessibleText(texts.get("catalog.onlyFavourites"));
        favourites.setTooltip(new Tooltip(texts.get("catalog.onlyFavourites")));
        favourites.setOnAction(ignored -> model.onlyFavourites(favourites.isSelected()));
        correction.setId("catalog-correction");
        correction.setGraphic(Icon.INFO.node());
        correction.getStyleClass().add("correction");
        correction.setWrapText(true);
        correction.setMinHeight(Region.USE_PREF_SIZE);
        count.getStyleClass().add("muted");
        count.setId("catalog-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(
                8,
                segments,
                search,
                filter,
                favourites,
                saved.menu(),
                restAccount,
                gap(),
                count,
                table.columnChooser());
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

    private Node noServer() {
        return new EmptyState(
                        Icon.FILTER, Tone.NEUTRAL, texts.get("catalog.none.title"), texts.get("catalog.none.text"))
                .withAction(texts.get("catalog.none.clear"), model::clear);
    }

    private Node body() {
        restList.view().setId("catalog-rest");
        restList.setEmpty(new EmptyState(
                Icon.OK, Tone.OK, texts.get("catalog.allKept.title"), texts.get("catalog.allKept.text")));
        tables.setMinHeight(0);
        HBox.setHgrow(tables, Priority.ALWAYS);
        HBox body = new HBox(10, facets, tables);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private void wire() {
        search.textProperty().addListener((property, before, text) -> model.search(text));
        chips.onRemove(model::drop);
        chips.onClear(model::clear);
        filter.setOnAction(ignored -> bringToFront(model.part().get()));
        restList.onSelect(row -> row.ifPresent(model::select));
    }

    private void render(Optional<CatalogPage> shown) {
        root.getChildren().setAll(shown.isPresent() ? filled : empty);
        shown.ifPresent(page -> {
            if (page.source() != shownSource) {
                shownSource = page.source();
                showSource(page.source());
            }
            if (!search.getText().equals(page.query().text())) {
                search.setText(page.query().text());
            }
            count.setText(texts.get(
                    "catalog.count", page.servers().size(), page.source().all()));
            favourites.setSelected(model.onlyFavourites());
            chips.show(page.filters());
            correction.setText(page.correction());
            facets.show(page);
            table.show(page);
            bringToFront(model.part().get());
        });
    }

    private void showSource(CatalogPage.Source source) {
        account.setText(source.account());
        origin.setText(source.origin());
        checks.getChildren()
                .setAll(
                        source.toCheck() > 0
                                ? new LinkChip(
                                        texts.get("catalog.toCheck", source.toCheck()),
                                        Tone.WARN,
                                        Icon.WARN,
                                        () -> model.bringToFront(Part.REST))
                                : new Chip(texts.get("catalog.nothingToCheck"), Tone.OK));
        servers.setText(texts.get("catalog.part.servers", source.all()));
        rest.setText(texts.get("catalog.part.rest", source.toCheck()));
        restAccount.setText(source.restAccount());
        restList.show(source.rest());
    }

    private void count(int rows) {
        selected = rows;
        showCompare();
    }

    private void showCompare() {
        int picked = model.comparison().picked().get().size();
        int many = selected > 1 ? selected : picked;
        compare.setText(many == 0 ? texts.get("catalog.compare") : texts.get("catalog.compare.many", many));
        compare.setDisable(many == 0 || many > ServerComparison.MOST);
    }

    private void showComparison(Optional<ServerComparison> shown) {
        shown.ifPresent(comparison ->
                comparePanel.show(comparison, model.comparison().picked().get()));
        boolean was = tables.getChildren().contains(comparePanel);
        bringToFront(model.part().get());
        if (shown.isPresent()) {
            comparePanel.focus();
        } else if (was) {
            table.focus();
        }
    }

    private void bringToFront(Part part) {
        boolean isRest = part == Part.REST;
        servers.setSelected(!isRest);
        rest.setSelected(isRest);
        boolean compares = !isRest && model.comparison().shown().get().isPresent();
        Node front = isRest ? restList : compares ? comparePanel : table.node();
        if (!tables.getChildren().equals(List.of(front))) {
            tables.getChildren().setAll(front);
        }
        boolean withFacets = !isRest && !compares && filter.isSelected();
        facets.setVisible(withFacets);
        facets.setManaged(withFacets);
        filter.setDisable(compares);
        for (Node each : List.of(search, filter, favourites, saved.menu(), count, table.columnChooser())) {
            each.setVisible(!isRest);
            each.setManaged(!isRest);
        }
        restAccount.setVisible(isRest);
        restAccount.setManaged(isRest);
        boolean withChips = !isRest
                && model.page().get().stream().anyMatch(page -> !page.filters().isEmpty());
        chips.setVisible(withChips);
        chips.setManaged(withChips);
        boolean corrected = !isRest && !correction.getText().isEmpty();
        correction.setVisible(corrected);
        correction.setManaged(corrected);
    }
}
