package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** The load of a week as steps: each stretch as high as what is in use then. One can be chosen by mouse or keyboard. */
final class WeekProfile extends Region {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass BUSIEST = PseudoClass.getPseudoClass("busiest");
    private static final double HEIGHT = 44;
    private static final double LEAST = 5;

    private final String name;
    private final Tooltip tooltip = new Tooltip();
    private final List<Label> labels = new ArrayList<>();
    private List<WeekChart.Step> steps = List.of();
    private Optional<String> chosen = Optional.empty();
    private Consumer<String> handler = ignored -> {};

    WeekProfile(String name) {
        this.name = name;
        getStyleClass().add("week-profile");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(this, tooltip);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setOnMousePressed(ignored -> requestFocus());
    }

    void onChoose(Consumer<String> consumer) {
        handler = consumer;
    }

    void show(List<WeekChart.Step> shown, String slot) {
        chosen = Optional.of(slot);
        if (!shown.equals(steps)) {
            steps = List.copyOf(shown);
            labels.clear();
            for (WeekChart.Step step : steps) {
                Label label = new Label();
                label.getStyleClass().add("step");
                label.setAccessibleText(step.detail());
                label.pseudoClassStateChanged(BUSIEST, step.busiest());
                label.setOnMouseEntered(ignored -> tooltip.setText(step.detail()));
                label.setOnMouseClicked(ignored -> handler.accept(step.slot()));
                labels.add(label);
            }
            getChildren().setAll(labels);
            requestLayout();
        }
        for (int i = 0; i < steps.size(); i++) {
            labels.get(i).pseudoClassStateChanged(CHOSEN, steps.get(i).slot().equals(slot));
        }
        setAccessibleText(name + ": "
                + steps.stream()
                        .filter(step -> step.slot().equals(slot))
                        .map(WeekChart.Step::detail)
                        .findFirst()
                        .orElse(""));
    }

    /** Left and right go through the distinct slots in the order of the week. */
    private void onKey(KeyEvent event) {
        List<String> slots = steps.stream().map(WeekChart.Step::slot).distinct().toList();
        int now = chosen.map(slots::indexOf).orElse(-1);
        int next;
        switch (event.getCode()) {
            case LEFT -> next = Math.max(0, now - 1);
            case RIGHT -> next = Math.min(slots.size() - 1, now + 1);
            case HOME -> next = 0;
            case END -> next = slots.size() - 1;
            default -> {
                return;
            }
        }
        if (next >= 0 && next != now) {
            handler.accept(slots.get(next));
        }
        event.consume();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double most = steps.stream().mapToDouble(WeekChart.Step::load).max().orElse(1);
        double inside = getWidth() - 2;
        for (int i = 0; i < steps.size(); i++) {
            WeekChart.Step step = steps.get(i);
            double left = snapPositionX(1 + inside * step.from());
            double right = snapPositionX(1 + inside * step.to());
            double high = Math.max(LEAST, (HEIGHT - 2) * step.load() / Math.max(1, most));
            Label label = labels.get(i);
            double width = Math.max(1, right - left - 1);
            label.setText(step.text());
            if (label.prefWidth(-1) > width || high < 16) {
                label.setText("");
            }
            label.resizeRelocate(left, snapPositionY(HEIGHT - 1 - high), width, snapSizeY(high));
        }
    }
}
