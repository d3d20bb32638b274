package org.sizewright.sizing.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;
import org.sizewright.plan.TrainingLayout;

/** The rows of the figures: workloads, their pipeline stages, kinds of layers and groups of tensors in each, what is trained there. */
final class TrainingRows {
    /** Layers of one pipeline stage. What does not divide goes to the first stages: they hold most micro batches. */
    record StageRow(RowKey row, TrainingSubject subject, int index, int count, List<Layer> layers) {
        boolean isFirst() {
            return index == 0;
        }

        boolean isLast() {
            return index == count - 1;
        }
    }

    /** Tensors of a stage that are stored and divided alike. */
    enum Group {
        MATRICES("Matrices"),
        KEYS_AND_VALUES("Matrices of keys and values"),
        REPEATED("Matrices on every GPU"),
        EXPERTS("Experts"),
        REST("Norms, biases, routers and the like"),
        TABLES("Embedding and output head");

        private final String title;

        Group(String title) {
            this.title = title;
        }
    }

    /** @param counted whether it adds to the parameters; the second copy of a tied table does not */
    record PartRow(RowKey row, StageRow stage, Group group, double parameters, double divisor, boolean counted) {}

    /** Equal layers of a stage. */
    record KindRow(RowKey row, StageRow stage, Layer layer, LayerWidths widths, int layers) {}

    /** What is trained beside one matrix, in {@code layers} layers. */
    record AdaptedRow(RowKey row, StageRow stage, AdaptedMatrix matrix, int layers) {}

    final Rows subjects;
    final Rows stages;
    final Rows parts;
    final Rows kinds;
    final Rows adapted;

    final Map<RowKey, List<RowKey>> stagesOf;
    final Map<RowKey, List<RowKey>> partsOf;
    final Map<RowKey, List<RowKey>> kindsOf;
    final Map<RowKey, List<RowKey>> adaptedOf;
    final Map<RowKey, List<RowKey>> adaptedOfKind;
    final Map<RowKey, List<RowKey>> adaptedOutside;
    final Map<RowKey, List<RowKey>> partsOfSubject;
    final Map<RowKey, List<RowKey>> kindsOfSubject;
    final Map<RowKey, List<RowKey>> adaptedOfSubject;
    /** The workload of each row of any sort. */
    final Map<RowKey, RowKey> subjectOf;

    final Map<RowKey, RowKey> stageOfKind;

    private final Map<RowKey, TrainingSubject> subjectAt = new HashMap<>();
    private final Map<RowKey, StageRow> stageAt = new HashMap<>();
    private final Map<RowKey, PartRow> partAt = new LinkedHashMap<>();
    private final Map<RowKey, KindRow> kindAt = new LinkedHashMap<>();
    private final Map<RowKey, AdaptedRow> adaptedAt = new LinkedHashMap<>();

    /** What belongs to what, while it is put together. */
    private static final class Building {
        final Map<RowKey, List<RowKey>> stagesOf = new HashMap<>();
        final Map<RowKey, List<RowKey>> partsOf = new HashMap<>();
        final Map<RowKey, List<RowKey>> kindsOf = new HashMap<>();
        final Map<RowKey, List<RowKey>> adaptedOf = new HashMap<>();
        final Map<RowKey, List<RowKey>> adaptedOfKind = new HashMap<>();
        final Map<RowKey, List<RowKey>> adaptedOutside = new HashMap<>();
        final Map<RowKey, List<RowKey>> partsOfSubject = new HashMap<>();
        final Map<RowKey, List<RowKey>> kindsOfSubject = new HashMap<>();
        final Map<RowKey, List<RowKey>> adaptedOfSubject = new HashMap<>();
        final Map<RowKey, RowKey> subjectOf = new HashMap<>();
        final Map<RowKey, RowKey> stageOfKind = new HashMap<>();
    }

    private final Building owners = new Building();

    TrainingRows(List<TrainingSubject> list) {
        List<RowKey> stageKeys = new ArrayList<>();
        for (TrainingSubject subject : list) {
            subjectAt.put(subject.row(), subject);
            owners.adaptedOfSubject.put(subject.row(), new ArrayList<>());
            for (StageRow stage : stages(subject)) {
                stageKeys.add(stage.row());
                stageAt.put(stage.row(), stage);
                owners.adaptedOf.put(stage.row(), new ArrayList<>());
                owners.adaptedOutside.put(stage.row(), new ArrayList<>());
                own(owners.stagesOf, subject.row(), stage.row());
                owners.subjectOf.put(stage.row(), subject.row());
                layers(stage);
            }
        }
        stagesOf = Map.copyOf(owners.stagesOf);
        partsOf = Map.copyOf(owners.partsOf);
        kindsOf = Map.copyOf(owners.kindsOf);
        adaptedOf = Map.copyOf(owners.adaptedOf);
        adaptedOfKind = Map.copyOf(owners.adaptedOfKind);
        adaptedOutside = Map.copyOf(owners.adaptedOutside);
        partsOfSubject = Map.copyOf(owners.partsOfSubject);
        kindsOfSubject = Map.copyOf(owners.kindsOfSubject);
        adaptedOfSubject = Map.copyOf(owners.adaptedOfSubject);
        subjectOf = Map.copyOf(owners.subjectOf);
        stageOfKind = Map.copyOf(owners.stageOfKind);
        subjects = new Rows(
                "train", "Training", list.stream().map(TrainingSubject::row).toList());
        stages = Rows.detail("trainstage", "Stage of training", stageKeys);
        parts = Rows.detail("trainpart", "Tensors in training", List.copyOf(partAt.keySet()));
        kinds = Rows.detail("trainkind", "Layers in training", List.copyOf(kindAt.keySet()));
        adapted = Rows.detail("trainadapted", "Trained beside the model", List.copyOf(adaptedAt.keySet()));
    }

    TrainingSubject subject(RowKey row) {
        return Objects.requireNonNull(subjectAt.get(owners.subjectOf.getOrDefault(row, row)));
    }

    StageRow stage(RowKey row) {
        return Objects.requireNonNull(stageAt.get(row));
    }

    PartRow part(RowKey row) {
        return Objects.requireNonNull(partAt.get(row));
    }

    KindRow kind(RowKey row) {
        return Objects.requireNonNull(kindAt.get(row));
    }

    AdaptedRow adapted(RowKey row) {
        return Objects.requireNonNull(adaptedAt.get(row));
    }

    private static void own(Map<RowKey, List<RowKey>> owners, RowKey owner, RowKey row) {
        owners.computeIfAbsent(owner, each -> new ArrayList<>()).add(row);
    }

    private static List<StageRow> stages(TrainingSubject subject) {
        List<Layer> layers = subject.shape().layers();
        int count = Math.min(subject.layout().pipeline(), layers.size());
        List<StageRow> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = from + layers.size() / count + (i < layers.size() % count ? 1 : 0);
            RowKey row = count == 1
                    ? subject.row()
                    : new RowKey(
                            subject.row().id() + "s" + (i + 1), subject.row().title() + ", stage " + (i + 1));
            all.add(new StageRow(row, subject, i, count, layers.subList(from, to)));
            from = to;
        }
        return all;
    }

    private void parts(StageRow stage, Map<Layer, Integer> counts) {
        ModelShape shape = stage.subject().shape();
        Map<Group, Double> parameters = new EnumMap<>(Group.class);
        for (Tensor tensor : shape.outside()) {
            boolean atEnd = tensor.role() == Role.OUTPUT_HEAD || tensor.role() == Role.NORM;
            if (atEnd ? stage.isLast() : stage.isFirst()) {
                add(parameters, stage, tensor, 1);
            }
        }
        counts.forEach((layer, count) -> layer.tensors().forEach(tensor -> add(parameters, stage, tensor, count)));
        parameters.forEach((group, sum) -> part(stage, group, group.title, sum, true));
        if (shape.tied() && stage.isLast() && !stage.isFirst()) {
            double copy = shape.outside().stream()
                    .filter(tensor -> tensor.role() == Role.EMBEDDING)
                    .mapToDouble(Tensor::parameters)
                    .sum();
            part(stage, Group.TABLES, "Second copy of the embedding", copy, false);
        }
    }

    private static void add(Map<Group, Double> sums, StageRow stage, Tensor tensor, int layers) {
        sums.merge(groupOf(stage.subject(), tensor), (double) tensor.parameters() * layers, Double::sum);
    }

    private void part(StageRow stage, Group group, String title, double parameters, boolean counted) {
        List<RowKey> before = owners.partsOf.getOrDefault(stage.row(), List.of());
        RowKey row = new RowKey(
                stage.row().id() + "p" + (before.size() + 1), stage.row().title() + ": " + title);
        partAt.put(row, new PartRow(row, stage, group, parameters, divisor(stage, group), counted));
        own(owners.partsOf, stage.row(), row);
        own(owners.partsOfSubject, stage.subject().row(), row);
        owners.subjectOf.put(row, stage.subject().row());
    }

    static Group groupOf(TrainingSubject subject, Tensor tensor) {
        if (tensor.role() == Role.EMBEDDING || tensor.role() == Role.OUTPUT_HEAD) {
            return Group.TABLES;
        }
        if (!tensor.quantised() || subject.weights().keeps().contains(tensor.name())) {
            return Group.REST;
        }
        if (tensor.role() == Role.EXPERTS) {
            return Group.EXPERTS;
        }
        return switch (tensor.split()) {
            case KV_HEADS -> Group.KEYS_AND_VALUES;
            case WHOLE -> Group.REPEATED;
            case COLUMNS, ROWS, VOCABULARY -> Group.MATRICES;
        };
    }

    private static double divisor(StageRow stage, Group group) {
        TrainingLayout layout = stage.subject().layout();
        return switch (group) {
            case MATRICES, TABLES -> layout.tensor();
            case KEYS_AND_VALUES -> Math.min(layout.tensor(), fewestKvHeads(stage));
            case REPEATED, REST -> 1;
            case EXPERTS -> (double) layout.tensor() * layout.expert();
        };
    }

    private static int fewestKvHeads(StageRow stage) {
        return stage.layers().stream()
                .map(Layer::mixer)
                .filter(Mixer.Attention.class::isInstance)
                .mapToInt(mixer -> ((Mixer.Attention) mixer).kvHeads())
                .min()
                .orElse(1);
    }

    private void layers(StageRow stage) {
        Map<Layer, Integer> counts = new LinkedHashMap<>();
        stage.layers().forEach(layer -> counts.merge(layer, 1, Integer::sum));
        parts(stage, counts);
        AdaptedParts trained = new AdaptedParts(stage.subject());
        counts.forEach((layer, count) -> {
            List<RowKey> before = owners.kindsOf.getOrDefault(stage.row(), List.of());
            RowKey row = new RowKey(
                    stage.row().id() + "k" + (before.size() + 1),
                    stage.row().title() + ": layers " + (before.size() + 1));
            LayerWidths widths = LayerWidths.of(stage.subject().shape(), layer);
            kindAt.put(row, new KindRow(row, stage, layer, widths, count));
            owners.adaptedOfKind.put(row, new ArrayList<>());
            own(owners.kindsOf, stage.row(), row);
            own(owners.kindsOfSubject, stage.subject().row(), row);
            owners.subjectOf.put(row, stage.subject().row());
            owners.stageOfKind.put(row, stage.row());
            trained.in(layer).forEach(matrix -> adapted(stage, matrix, count, owners.adaptedOfKind, row));
        });
        trained.outside(stage.isFirst(), stage.isLast())
                .forEach(matrix -> adapted(stage, matrix, 1, owners.adaptedOutside, stage.row()));
    }

    private void adapted(
            StageRow stage, AdaptedMatrix matrix, int layers, Map<RowKey, List<RowKey>> owned, RowKey owner) {
        List<RowKey> before = Objects.requireNonNull(owners.adaptedOf.get(stage.row()));
        RowKey row = new RowKey(
                stage.row().id() + "a" + (before.size() + 1), stage.row().title() + ": " + matrix.name());
        adaptedAt.put(row, new AdaptedRow(row, stage, matrix, layers));
        own(owners.adaptedOf, stage.row(), row);
        own(owners.adaptedOfSubject, stage.subject().row(), row);
        own(owned, owner, row);
        owners.subjectOf.put(row, stage.subject().row());
    }

    /** Vectors of the layer's width are divided by no one, but they are small. */
    static double parametersPerGpu(KindRow kind) {
        double sum = 0;
        for (Tensor tensor : kind.layer().tensors()) {
            if (tensor.split() == Split.WHOLE && tensor.role() != Role.EXPERTS) {
                sum += tensor.parameters();
            } else {
                sum += tensor.parameters()
                        / divisor(kind.stage(), groupOf(kind.stage().subject(), tensor));
            }
        }
        return sum;
    }
}
