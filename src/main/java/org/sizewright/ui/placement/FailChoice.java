package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.placement.PlacementPage.HostChoice;

/** Chooses one host that fails, and then a second one that fails with it. */
final class FailChoice extends HBox {
    private final Texts texts;
    private final Consumer<List<Integer>> onChoose;
    private final ComboBox<Optional<HostChoice>> first = new ComboBox<>();
    private final ComboBox<Optional<HostChoice>> second = new ComboBox<>();
    private boolean telling = true;

    /** @param onChoose gets the numbers of the hosts that fail, none where all run */
    FailChoice(Texts texts, String cluster, Consumer<List<Integer>> onChoose) {
        super(6);
        this.texts = texts;
        this.onChoose = onChoose;
        setAlignment(Pos.CENTER_RIGHT);
        prepare(first, "fail-" + cluster, texts.get("placement.fail.name"), false);
        prepare(second, "fail-too-" + cluster, texts.get("placement.fail.second.name"), true);
        getChildren().setAll(first, second);
    }

    private void prepare(ComboBox<Optional<HostChoice>> box, String id, String name, boolean isSecond) {
        box.setId(id);
        box.setAccessibleText(name);
        box.setCellFactory(view -> new ChoiceCell(isSecond, false));
        box.setButtonCell(new ChoiceCell(isSecond, true));
        box.setVisibleRowCount(12);
        box.setPrefWidth(158);
        box.setMinWidth(158);
        box.valueProperty().addListener((property, before, value) -> {
            if (telling && value != null) {
                tell(isSecond);
            }
        });
    }

    private void tell(boolean isSecond) {
        List<Integer> hosts = new ArrayList<>();
        first.getValue().ifPresent(host -> hosts.add(host.host()));
        // a host cannot fail beside itself
        second.getValue()
                .filter(host -> !hosts.isEmpty() && (isSecond || !hosts.contains(host.host())))
                .ifPresent(host -> hosts.add(host.host()));
        onChoose.accept(hosts);
    }

    void show(List<HostChoice> hosts, List<Integer> failing) {
        setVisible(!hosts.isEmpty());
        setManaged(!hosts.isEmpty());
        telling = false;
        try {
            // the order in which they were chosen stays while they do
            int one = failing.isEmpty()
                    ? -1
                    : first.getValue() != null
                                    && first.getValue()
                                            .filter(host -> failing.contains(host.host()))
                                            .isPresent()
                            ? first.getValue().orElseThrow().host()
                            : failing.getFirst();
            int other = failing.stream().filter(host -> host != one).findFirst().orElse(-1);
            fill(first, hosts, one, -1);
            fill(second, hosts, other, one);
            boolean canFailToo = !failing.isEmpty() && hosts.size() > 1;
            second.setVisible(canFailToo);
            second.setManaged(canFailToo);
        } finally {
            telling = true;
        }
    }

    private static void fill(ComboBox<Optional<HostChoice>> box, List<HostChoice> hosts, int chosen, int without) {
        List<Optional<HostChoice>> items = new ArrayList<>();
        items.add(Optional.empty());
        hosts.stream().filter(host -> host.host() != without).map(Optional::of).forEach(items::add);
        box.getItems().setAll(items);
        box.setValue(hosts.stream().filter(host -> host.host() == chosen).findFirst());
    }

    /** A host in a list; on the button, none reads as what can be done. */
    private final class ChoiceCell extends ListCell<Optional<HostChoice>> {
        private final boolean isSecond;
        private final boolean button;

        ChoiceCell(boolean isSecond, boolean button) {
            this.isSecond = isSecond;
            this.button = button;
        }

        @Override
        protected void updateItem(@Nullable Optional<HostChoice> choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setText("");
            } else if (choice.isPresent()) {
                setText(texts.get(
                        isSecond ? "placement.fail.second" : "placement.fail.one",
                        choice.get().name()));
            } else if (isSecond) {
                setText(texts.get(button ? "placement.fail.too" : "placement.fail.alone"));
            } else {
                setText(texts.get(button ? "placement.fail" : "placement.fail.none"));
            }
        }
    }
}
