package org.sizewright.ui.workloads;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.plan.Workload.GpuVms.Sharing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.screen.LibraryGlossary;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The screen of the sizing session: the workloads at the left, the selected one with all its figures at the right. */
public final class WorkloadsView implements Screen {
    private static final double LIST_WIDTH = 216;

    private final WorkloadsViewModel model;
    private final BorderPane root = new BorderPane();
    private final HBox body;
    private final WorkloadList list;
    private final Head head;
    private final LlmGuide llmGuide;
    private final TuningGuide tuningGuide;
    private final RetrievalGuide searchGuide;
    private final LlmPane llm;
    private final VmsPane vms;
    private final RetrievalPane search;
    private final TuningPane tuning;
    private final TermsCard terms;
    private final OutlookCard outlook;
    private final VBox detail = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(detail);
    private final ReportCard report;
    private final VBox nothing;
    private final Texts texts;
    private boolean explained;
    /** What is brought to the front as soon as there is a plan. */
    private Runnable opening = () -> {};

    /** @param worker where the fit on other GPUs is worked out, off the JavaFX thread */
    public WorkloadsView(Workspace workspace, Executor worker) {
        this(workspace.texts(), new WorkloadsViewModel(workspace, worker, Platform::runLater));
    }

    private WorkloadsView(Texts texts, WorkloadsViewModel model) {
        this.model = model;
        this.texts = texts;
        list = new WorkloadList(texts, model, this::addWithWizard, this::tuneWithWizard, this::searchWithWizard);
        head = new Head(texts, model, this::openWizard);
        llmGuide = new LlmGuide(texts, model, this::closeWizard);
        tuningGuide = new TuningGuide(texts, model, this::closeWizard);
        searchGuide = new RetrievalGuide(texts, model, this::closeWizard);
        for (Wizard wizard : List.of(llmGuide.wizard(), tuningGuide.wizard(), searchGuide.wizard())) {
            HBox.setHgrow(wizard, Priority.ALWAYS);
        }
        llm = new LlmPane(texts, model);
        vms = new VmsPane(texts, model);
        search = new RetrievalPane(texts, model);
        tuning = new TuningPane(texts, model);
        terms = new TermsCard(texts, model);
        outlook = new OutlookCard(texts, model);
        list.setMinWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        list.setMaxWidth(LIST_WIDTH);
        detail.setPadding(new Insets(0, 4, 4, 0));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setPrefHeight(200);
        scroll.setFocusTraversable(false);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        body = new HBox(14, list, scroll);
        report = new ReportCard(texts, model.modelDesk());
        EmptyState empty = new EmptyState(
                        Icon.WORKLOADS, Tone.NEUTRAL, texts.get("workloads.empty"), texts.get("workloads.empty.text"))
                .withAction(texts.get("workloads.empty.llm"), model.llm()::add)
                .withAction(texts.get("workloads.wizard.add"), this::addWithWizard)
                .withAction(
                        texts.get("workloads.empty.tuning"),
                        () -> model.tuning().add(TuningDesk.Start.LORA))
                .withAction(
                        texts.get("workloads.empty.aligned"),
                        () -> model.tuning().add(TuningDesk.Start.ALIGNED))
                .withAction(
                        texts.get("workloads.empty.retrieval"),
                        () -> model.retrievalDesk().add())
                .withAction(texts.get("workloads.empty.vgpu"), () -> model.vms().add(Sharing.TIME_SLICED))
                .withAction(texts.get("workloads.empty.mig"), () -> model.vms().add(Sharing.MIG))
                .withAction(
                        texts.get("workloads.empty.whole"), () -> model.vms().add(Sharing.WHOLE));
        VBox.setVgrow(empty, Priority.ALWAYS);
        nothing = new VBox(12, new ReportCard(texts, model.modelDesk()), empty);
        root.setPadding(new Insets(14));
        root.setCenter(nothing);
        model.items().subscribe(items -> list.show(items, model.selected()));
        model.sheet().subscribe(sheet -> sheet.ifPresentOrElse(this::show, () -> showNothing()));
        model.totals().subscribe(list::showTotals);
        model.llm().fits().subscribe(llm::show);
        model.llm().curves().subscribe(llm::show);
        model.tuning().changes().subscribe(tuning::show);
        model.tuning().fit().fits().subscribe(tuning::show);
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        if (!explained) {
            explained = true;
            Glossary glossary = LibraryGlossary.of(texts, state.library());
            llm.explain(glossary);
            vms.explain(glossary);
            llmGuide.explain(glossary);
            tuningGuide.explain(glossary);
            searchGuide.explain(glossary);
            search.explain(glossary);
            list.offer(state.library().retrievalPresets());
            tuning.explain(glossary);
            terms.explain(glossary);
            outlook.explain(glossary);
        }
        model.show(state);
        Runnable open = opening;
        opening = () -> {};
        open.run();
    }

    /** Selects that workload and explains the first of its figures. */
    public WorkloadsView withSelected(WorkloadId workload) {
        opening = () -> present(workload);
        return this;
    }

    /** The same, with its questions asked one by one. */
    public WorkloadsView withWizard(WorkloadId workload) {
        opening = () -> {
            present(workload);
            openWizard();
        };
        return this;
    }

    private void present(WorkloadId workload) {
        model.select(workload);
        model.sheet()
                .get()
                .flatMap(sheet -> sheet.tiles().stream().findFirst())
                .ifPresent(tile -> model.explain(tile.cell()));
    }

    @Override
    public void takeFiles(List<Path> files) {
        model.modelDesk().take(files);
    }

    private void addWithWizard() {
        model.llm().add();
        openWizard();
    }

    private void tuneWithWizard() {
        model.tuning().add(TuningDesk.Start.LORA);
        openWizard();
    }

    private void searchWithWizard() {
        model.retrievalDesk().add();
        openWizard();
    }

    /** Asks the questions of the selected workload one by one. */
    public void openWizard() {
        model.sheet().get().flatMap(this::wizard).ifPresent(wizard -> {
            wizard.restart();
            body.getChildren().set(1, wizard);
            wizard.focus();
        });
    }

    /** Whatever leads through that kind of workload; its fields show the sheet already. */
    private Optional<Wizard> wizard(Sheet sheet) {
        return switch (sheet) {
            case Sheet.Llm served -> Optional.of(llmGuide.wizard());
            case Sheet.Training trained -> Optional.of(tuningGuide.wizard());
            case Sheet.Search retrieval -> Optional.of(searchGuide.wizard());
            case Sheet.Vms shared -> Optional.empty();
        };
    }

    private void closeWizard() {
        body.getChildren().set(1, scroll);
    }

    private void showNothing() {
        closeWizard();
        root.setCenter(nothing);
    }

    private void show(Sheet sheet) {
        head.show(sheet);
        model.plan().ifPresent(plan -> terms.show(plan, sheet.workload()));
        outlook.show(sheet.workload());
        Node pane = switch (sheet) {
            case Sheet.Llm model -> {
                llm.show(model);
                llmGuide.show(model);
                yield llm;
            }
            case Sheet.Search retrieval -> {
                search.show(retrieval);
                searchGuide.show(retrieval);
                yield search;
            }
            case Sheet.Training training -> {
                tuning.show(training);
                tuningGuide.show(training);
                yield tuning;
            }
            case Sheet.Vms shared -> {
                vms.show(shared);
                yield vms;
            }
        };
        if (!wizard(sheet).equals(Optional.of(body.getChildren().get(1)))) {
            // that of another kind of workload
            closeWizard();
        }
        if (!detail.getChildren().contains(pane)) {
            detail.getChildren().setAll(head, report, pane, terms, outlook);
            scroll.setVvalue(0);
        }
        list.show(model.items().get(), model.selected());
        if (root.getCenter() != body) {
            root.setCenter(body);
        }
    }
}
