package org.sizewright.ui.placement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.SearchField;

/** Over the hosts: a list of the places to which a machine can go, narrowed by typing. Escape closes it. */
final class MovePane extends StackPane {
    private static final double WIDTH = 420;
    private static final double LIST = 280;

    private final Texts texts;
    private final PinViewModel pins;
    private final SearchField search;
    private final ListView<PinViewModel.Place> list = new ListView<>();
    private final Label count = new Label();
    private final Button move;
    private final VBox holder = new VBox();
    private final VBox content;
    private List<PinViewModel.Place> places = List.of();
    private Optional<PinViewModel.Moving> moving = Optional.empty();
    private Optional<Node> focused = Optional.empty();

    MovePane(Texts texts, PinViewModel pins) {
        this.texts = texts;
        this.pins = pins;
        setId("move-pane");
        getStyleClass().add("move-pane");
        search = new SearchField().named("move-search", texts.get("placement.move.search"));
        search.textProperty().subscribe(this::narrow);
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        list.setId("move-list");
        list.setAccessibleText(texts.get("placement.move.list"));
        list.setPrefHeight(LIST);
        list.setCellFactory(ignored -> new ListCell<>() {
            @Override
            protected void updateItem(PinViewModel.@Nullable Place place, boolean empty) {
                super.updateItem(place, empty);
                setText(empty || place == null ? null : place.text());
            }
        });
        list.setPlaceholder(new Label(texts.get("placement.move.none")));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                move();
            }
        });
        count.getStyleClass().add("note");
        move = new Button(texts.get("placement.move.do"));
        move.setId("move-do");
        move.getStyleClass().add("primary");
        move.setOnAction(ignored -> move());
        move.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        Button cancel = new Button(texts.get("placement.move.cancel"));
        cancel.setOnAction(ignored -> pins.endChoosing());
        HBox buttons = new HBox(8, cancel, move);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        holder.setMaxWidth(WIDTH);
        holder.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(holder);
        content = new VBox(8, search, count, list, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                pins.endChoosing();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                move();
                event.consume();
            }
        });
        setVisible(false);
        pins.choosing().subscribe(this::show);
    }

    private void show(Optional<PinViewModel.Moving> next) {
        moving = next;
        setVisible(next.isPresent());
        if (next.isEmpty()) {
            focused.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
            focused = Optional.empty();
            return;
        }
        focused = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        places = pins.places(next.get());
        Card card = new Card(texts.get("placement.move.title", next.get().name()), content);
        card.setAccessibleText(texts.get("placement.move.title", next.get().name()));
        holder.getChildren().setAll(card);
        search.clear();
        narrow();
        search.requestFocus();
    }

    private void narrow() {
        String[] wanted = search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<PinViewModel.Place> found = places.stream()
                .filter(place -> List.of(wanted).stream()
                        .allMatch(word -> place.text().toLowerCase(Locale.ROOT).contains(word)))
                .toList();
        list.getItems().setAll(found);
        count.setText(texts.get("placement.move.count", found.size(), places.size()));
        if (!found.isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void move() {
        PinViewModel.Place place = list.getSelectionModel().getSelectedItem();
        if (place != null) {
            moving.ifPresent(each -> pins.move(each, place));
        }
    }
}
