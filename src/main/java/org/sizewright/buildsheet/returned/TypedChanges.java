package org.sizewright.buildsheet.returned;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.buildsheet.TypedWords;
import org.sizewright.buildsheet.WrittenValue;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Option;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanNumbers;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.StepState;
import org.sizewright.plan.StepState.Status;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.Workload;

/** What typed cells would change in one option of a plan. */
final class TypedChanges {
    private static final double SAME = 1e-9;
    private static final int LONGEST_SUBJECT = 120;

    private final Plan plan;
    private final Option option;
    private final PlanNumbers numbers;
    private final List<Remark> remarks;

    /** @param remarks hears of what is not understood */
    TypedChanges(Plan plan, Option option, List<Remark> remarks) {
        this.plan = plan;
        this.option = option;
        this.numbers = PlanNumbers.of(plan);
        this.remarks = remarks;
    }

    /**
     * A value as it may be typed, and how it changes the plan.
     *
     * @param present what the plan has now, in the words that the workbook would be written with
     * @param typed the same of what was typed
     */
    private record Said(String subject, String field, String present, String typed, UnaryOperator<Plan> change) {}

    /** The change; empty if nothing was typed, or the plan has it already. What is not understood becomes a remark. */
    Optional<Change> of(TypedCell cell) {
        if (isSame(cell.text(), cell.written().text())) {
            return Optional.empty();
        }
        try {
            Said said = said(cell);
            if (isSame(said.typed(), cell.written().text()) || isSame(said.typed(), said.present())) {
                return Optional.empty();
            }
            // what cannot be is found now and not when the user takes it
            if (said.change().apply(plan).equals(plan)) {
                return Optional.empty();
            }
            return Optional.of(new Change(
                    cell.where(),
                    said.subject(),
                    said.field(),
                    said.present(),
                    said.typed(),
                    isSame(cell.written().text(), said.present())
                            ? Optional.empty()
                            : Optional.of(cell.written().text()),
                    said.change()));
        } catch (IllegalArgumentException refused) {
            remarks.add(new Remark(
                    cell.where(),
                    "\"" + cell.text() + "\" was not taken: " + refused.getMessage() + ".",
                    "Correct the cell and read the workbook again, or enter it in the application."));
            return Optional.empty();
        }
    }

    private Said said(TypedCell cell) {
        String id = cell.written().id();
        return switch (cell.written().sheet()) {
            case TypedWords.CHECKLIST -> step(cell);
            case TypedWords.VMS -> pin(cell);
            case TypedWords.ASSUMPTIONS ->
                id.startsWith(TypedWords.LABELS)
                        ? labels(cell, id.substring(TypedWords.LABELS.length()))
                        : id.startsWith(TypedWords.RUNS)
                                ? windows(cell, id.substring(TypedWords.RUNS.length()))
                                : number(cell);
            default -> throw new IllegalArgumentException("this version takes nothing from the sheet");
        };
    }

    private Said step(TypedCell cell) {
        String id = cell.written().id();
        int slash = id.indexOf('/');
        StepKey key = slash < 0 ? new StepKey(id, "") : new StepKey(id.substring(0, slash), id.substring(slash + 1));
        StepState now = option.progress().of(key);
        StepState then = state(cell, now);
        String column = cell.written().column();
        return new Said(
                joined(cell.beside("For"), cell.beside("What to do")),
                column,
                word(column, now),
                word(column, then),
                changed(one -> one.withProgress(one.progress().with(key, state -> state(cell, state)))));
    }

    /** The state with what was typed in its place. */
    private static StepState state(TypedCell cell, StepState state) {
        return switch (cell.written().column()) {
            case TypedWords.OWNER -> state.withOwner(cell.text());
            case TypedWords.STATUS -> state.withStatus(status(cell.text()));
            case TypedWords.DATE -> state.withDate(TypedDay.parse(cell.text()));
            case TypedWords.NOTE -> state.withNote(cell.text());
            default -> throw new IllegalArgumentException("this version takes nothing from the column");
        };
    }

    private static String word(String column, StepState state) {
        return switch (column) {
            case TypedWords.OWNER -> state.owner();
            case TypedWords.STATUS -> state.status().title();
            case TypedWords.DATE -> state.date().map(Object::toString).orElse("");
            default -> state.note();
        };
    }

    /** An empty cell is a step about which nothing is said. */
    private static Status status(String text) {
        String said = text.isEmpty() ? Status.OPEN.title() : text.replaceAll("\\s+", " ");
        return Arrays.stream(Status.values())
                .filter(status -> status.title().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a status is one of "
                        + Arrays.stream(Status.values()).map(Status::title).collect(Collectors.joining(", "))));
    }

    private Said labels(TypedCell cell, String id) {
        Labels typed = Labels.parse(cell.text());
        Optional<Workload> workload = workload(id);
        if (workload.isPresent()) {
            return new Said(
                    cell.beside("Choice"),
                    "labels",
                    workload.get().terms().labels().words(),
                    typed.words(),
                    changed(workload.get(), terms -> terms.withLabels(typed)));
        }
        Cluster cluster = option.clusters().stream()
                .filter(one -> group(one, id).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no group of hosts or workload " + id));
        return new Said(
                cell.beside("Choice"),
                "labels",
                group(cluster, id).orElseThrow().labels().words(),
                typed.words(),
                changed(one -> one.withCluster(
                        withLabels(one.cluster(cluster.id()).orElseThrow(TypedChanges::gone), id, typed))));
    }

    private static Cluster withLabels(Cluster cluster, String id, Labels labels) {
        return cluster.withGroup(
                group(cluster, id).orElseThrow(TypedChanges::gone).withLabels(labels));
    }

    private static Optional<HostGroup> group(Cluster cluster, String id) {
        return cluster.groups().stream()
                .filter(group -> group.id().value().equals(id))
                .findFirst();
    }

    private Said windows(TypedCell cell, String id) {
        WeeklyWindows typed = WeeklyWindows.parse(cell.text());
        Workload workload =
                workload(id).orElseThrow(() -> new IllegalArgumentException("the plan has no workload " + id));
        return new Said(
                cell.beside("Choice"),
                "runs",
                workload.terms().windows().words(),
                typed.words(),
                changed(workload, terms -> terms.withWindows(typed)));
    }

    private Optional<Workload> workload(String id) {
        return plan.workloads().stream()
                .filter(workload -> workload.id().value().equals(id))
                .findFirst();
    }

    private Said pin(TypedCell cell) {
        Pin pin = Pin.parse(cell.written().place());
        String text = cell.text().toLowerCase(Locale.ROOT);
        if (!List.of(TypedWords.PINNED, TypedWords.SEARCHED).contains(text)) {
            throw new IllegalArgumentException(
                    "a machine is placed " + TypedWords.PINNED + " or " + TypedWords.SEARCHED);
        }
        Optional<Pin> present = option.pins().stream()
                .filter(other -> other.key().equals(pin.key()))
                .findFirst();
        boolean wanted = text.equals(TypedWords.PINNED);
        if (wanted && present.isPresent() && !present.get().equals(pin)) {
            throw new IllegalArgumentException("since then the plan pins the machine to another place");
        }
        return new Said(
                cell.beside("VM"),
                "placed",
                present.isPresent() ? TypedWords.PINNED : TypedWords.SEARCHED,
                text,
                changed(one -> wanted ? one.withPin(pin) : one.withoutPin(pin.key())));
    }

    private Said number(TypedCell cell) {
        String place = cell.written().place();
        OptionalDouble typed = TypedNumber.parse(cell.text());
        OptionalDouble present = numbers.find(place);
        boolean stoodOnDefault = !cell.beside("Evidence").equals(Evidence.TYPED.word());
        return new Said(
                cell.beside("Assumption"),
                cell.beside("Unit").isEmpty() ? "value" : "value, " + cell.beside("Unit"),
                // a default that held when the workbook was written holds still
                present.isEmpty() && stoodOnDefault ? cell.written().text() : words(cell.written(), present),
                words(cell.written(), typed),
                now -> PlanNumbers.with(now, place, typed));
    }

    /** What is not in the plan is unknown, or stands on a default where the workbook has a number. */
    private static String words(WrittenValue written, OptionalDouble number) {
        if (number.isPresent()) {
            return ValueText.exact(number.getAsDouble());
        }
        return TypedNumber.isNumber(written.text()) ? "default" : Value.UNKNOWN_TEXT;
    }

    private UnaryOperator<Plan> changed(UnaryOperator<Option> change) {
        return now -> now.withOption(change.apply(now.option(option.id()).orElseThrow(TypedChanges::gone)));
    }

    private static UnaryOperator<Plan> changed(Workload workload, UnaryOperator<org.sizewright.plan.RunTerms> change) {
        return now -> {
            Workload present = now.workload(workload.id()).orElseThrow(TypedChanges::gone);
            return now.withWorkload(present.withTerms(change.apply(present.terms())));
        };
    }

    private static IllegalArgumentException gone() {
        return new IllegalArgumentException("the plan does not have it any more");
    }

    /** Texts alike, or numbers alike but for the last digits that programs write differently. */
    private static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (!TypedNumber.isNumber(one) || !TypedNumber.isNumber(other)) {
            return false;
        }
        double first = Double.parseDouble(one);
        double second = Double.parseDouble(other);
        return Math.abs(first - second) <= SAME * Math.max(Math.abs(first), Math.abs(second));
    }

    private static String joined(String... parts) {
        String subject = Stream.of(parts)
                .map(part -> part.lines().findFirst().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT - 1) + "\u2026" : subject;
    }
}
