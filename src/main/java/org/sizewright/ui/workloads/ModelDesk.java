package org.sizewright.ui.workloads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelTotals;
import org.sizewright.session.ModelFile;
import org.sizewright.session.ModelFile.Weights;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.screen.Workspace;

/** Takes models from their files or totals: reads them in the background, keeps them in the user's library, chooses them. */
final class ModelDesk {
    /** Beyond this share the index and the configuration say different things. */
    private static final double SAME = 0.001;

    private final Workspace workspace;
    private final Texts texts;
    private final Executor worker;
    private final Executor owner;
    private final Consumer<ModelArchitecture> use;
    private final ReadOnlyObjectWrapper<Optional<ModelReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ModelArchitecture> awaited = Optional.empty();
    private @Nullable Library library;

    /** @param use chooses a model that the library has by now */
    ModelDesk(Workspace workspace, Executor worker, Executor owner, Consumer<ModelArchitecture> use) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.worker = worker;
        this.owner = owner;
        this.use = use;
    }

    /** What became of the latest file; empty once the user has closed it. */
    ReadOnlyObjectProperty<Optional<ModelReport>> report() {
        return report.getReadOnlyProperty();
    }

    void show(SessionState state) {
        Library now = state.library();
        library = now;
        Optional<ModelArchitecture> there =
                awaited.flatMap(model -> now.model(model.id())).filter(model -> same(model, awaited));
        if (there.isPresent()) {
            awaited = Optional.empty();
            // this state is still on its way to others
            owner.execute(() -> use.accept(there.get()));
        }
    }

    private static boolean same(ModelArchitecture model, Optional<ModelArchitecture> wanted) {
        return wanted.filter(other ->
                        other.config().equals(model.config()) && other.totals().equals(model.totals()))
                .isPresent();
    }

    void chooseFiles() {
        workspace.chooseModelFiles(this::take);
    }

    /** Reads a configuration, and the index of its weights. */
    void take(List<Path> files) {
        Library read = library;
        if (read == null || files.isEmpty()) {
            return;
        }
        worker.execute(() -> {
            ModelFile found = ModelFile.read(files, read);
            owner.execute(() -> take(found));
        });
    }

    private void take(ModelFile found) {
        switch (found) {
            case ModelFile.Known known -> {
                report.set(Optional.of(told(known)));
                choose(known.model(), known.isNew());
            }
            case ModelFile.Refused refused ->
                report.set(Optional.of(new ModelReport(
                        Tone.ERROR,
                        texts.get("workloads.report.refused", refused.name()),
                        sentences(refused.reasons()),
                        Optional.of(new ModelReport.Form(refused.name(), refused.numbers())))));
        }
    }

    private void choose(ModelArchitecture model, boolean isNew) {
        if (isNew) {
            awaited = Optional.of(model);
            workspace.keep(model);
        } else {
            use.accept(model);
        }
    }

    /** Opens an empty form. */
    void enterTotals() {
        report.set(Optional.of(new ModelReport(
                Tone.INFO,
                texts.get("workloads.totals.title"),
                List.of(texts.get("workloads.totals.text")),
                Optional.of(new ModelReport.Form("", ModelFile.Numbers.NONE)))));
    }

    void keepTotals(String name, ModelTotals totals) {
        Library now = library;
        if (now != null) {
            ModelArchitecture model = ModelFile.typed(name, totals, now);
            report.set(Optional.of(new ModelReport(
                    Tone.OK,
                    texts.get("workloads.report.known", model.name()),
                    List.of(
                            texts.get(
                                    "workloads.report.totals",
                                    ParameterWords.of(texts, totals.parameters()),
                                    totals.layers()),
                            texts.get("workloads.report.kept", model.id().value())),
                    Optional.empty())));
            choose(model, true);
        }
    }

    void close() {
        report.set(Optional.empty());
    }

    private ModelReport told(ModelFile.Known known) {
        List<String> says = new ArrayList<>();
        says.add(texts.get(
                "workloads.report.read",
                ParameterWords.of(texts, known.shape().parameters()),
                known.shape().layers().size(),
                known.model().family()));
        Tone tone = Tone.OK;
        if (known.weights().isEmpty()) {
            says.add(texts.get("workloads.report.noIndex"));
        } else if (known.weights().get() instanceof Weights.Unreadable unreadable) {
            says.add(texts.get("workloads.report.badIndex", unreadable.reason()));
            tone = Tone.WARN;
        } else if (known.weights().get() instanceof Weights.Stated stated) {
            says.add(compared(stated));
            boolean differs =
                    stated.difference().filter(share -> Math.abs(share) > SAME).isPresent();
            tone = differs ? Tone.WARN : Tone.OK;
        }
        known.shape().assumptions().forEach(each -> says.add(texts.get("workloads.report.assumed", each)));
        says.add(
                known.isNew()
                        ? texts.get("workloads.report.kept", known.model().id().value())
                        : texts.get("workloads.report.there"));
        return new ModelReport(tone, texts.get("workloads.report.known", known.name()), says, Optional.empty());
    }

    private String compared(Weights.Stated stated) {
        String size = gigabytes(stated.bytes());
        if (stated.computed().isEmpty()) {
            return texts.get("workloads.report.index.open", size, stated.tensors(), stated.how());
        }
        String computed = gigabytes(stated.computed().getAsLong());
        double share = stated.difference().orElse(0.0);
        return Math.abs(share) <= SAME
                ? texts.get("workloads.report.index.same", size, stated.tensors(), computed, stated.how())
                : texts.get(
                        "workloads.report.index.differs",
                        size,
                        stated.tensors(),
                        computed,
                        stated.how(),
                        (share > 0 ? "+" : "\u2212") + ValueText.number(Math.abs(share) * 100, 2));
    }

    private static String gigabytes(long bytes) {
        return ValueText.number(bytes / 1e9, 3);
    }

    private static List<String> sentences(List<String> reasons) {
        return reasons.stream()
                .map(reason -> Character.toUpperCase(reason.charAt(0))
                        + reason.substring(1)
                        + (reason.endsWith(".") ? "" : "."))
                .toList();
    }
}
