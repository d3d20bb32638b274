package org.sizewright.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.BuildSheets;
import org.sizewright.catalog.Catalog;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.WorkloadId;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;
import org.sizewright.session.SheetSubject;
import org.sizewright.ui.accel.AcceleratorsView;
import org.sizewright.ui.catalog.CatalogView;
import org.sizewright.ui.checks.ChecksView;
import org.sizewright.ui.cluster.ClusterView;
import org.sizewright.ui.compare.CompareView;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.placement.PlacementView;
import org.sizewright.ui.platform.PlatformView;
import org.sizewright.ui.sheet.SheetView;
import org.sizewright.ui.workloads.WorkloadsView;

/** The screens of the window, in the order of the rail. The only place that knows them all. */
public final class Screens {
    private Screens() {}

    /**
     * @param worker for what a screen calculates for itself
     * @param product name and version, for the preview of the build sheet
     * @param desk saved filters and favourites of the catalog
     */
    public static List<ScreenEntry> all(Texts texts, Executor worker, String product, CatalogDeskFile desk) {
        return List.of(
                new ScreenEntry(
                        ScreenEntry.CATALOG,
                        Icon.CATALOG,
                        texts.get("screen.catalog"),
                        workspace -> new CatalogView(workspace, desk)),
                accelerators(texts, UnaryOperator.identity()),
                workloads(texts, worker, UnaryOperator.identity()),
                new ScreenEntry(ScreenEntry.CLUSTER, Icon.CLUSTER, texts.get("screen.cluster"), ClusterView::new),
                new ScreenEntry(
                        ScreenEntry.PLATFORM,
                        Icon.SETTINGS,
                        texts.get("screen.platform"),
                        workspace -> new PlatformView(workspace, worker)),
                placement(texts, worker, UnaryOperator.identity()),
                new ScreenEntry(
                        ScreenEntry.CHECKS,
                        Icon.CHECKS,
                        texts.get("screen.checks"),
                        workspace -> new ChecksView(workspace, worker)),
                compare(texts, worker, UnaryOperator.identity()),
                new ScreenEntry(
                        ScreenEntry.BUILD_SHEET,
                        Icon.BUILD_SHEET,
                        texts.get("screen.sheet"),
                        workspace -> new SheetView(workspace, state -> sheet(state, product), worker)));
    }

    /** Further states of screens worth a picture, by the picture's name; each stands in the place of the screen of its id. */
    static Map<String, ScreenEntry> scenes(Texts texts, Executor worker) {
        List<String> few = List.of("h100-sxm-80", "h200-sxm", "l40s");
        List<String> five = List.of("h100-sxm-80", "h200-sxm", "b200", "rtx-pro-6000-se", "l40s");
        Map<String, ScreenEntry> scenes = new LinkedHashMap<>();
        scenes.put("compare-platforms", compare(texts, worker, CompareView::withPlatforms));
        scenes.put("compare-growth", compare(texts, worker, CompareView::withGrowth));
        scenes.put("checks-versions", checks(texts, worker, ChecksView::withVersions));
        scenes.put("checks-checklists", checks(texts, worker, ChecksView::withChecklists));
        scenes.put("checks-access", checks(texts, worker, ChecksView::withAccess));
        scenes.put("accelerators", accelerators(texts, view -> view.withTable(few)));
        scenes.put("accelerators-compare", accelerators(texts, view -> view.withSideBySide(five)));
        scenes.put("accelerators-charts", accelerators(texts, view -> view.withCharts(few)));
        scenes.put("accelerators-partitioning", accelerators(texts, view -> view.withPartitioning("a100-sxm-80")));
        scenes.put("placement-arrivals", placement(texts, worker, PlacementView::withArrivals));
        scenes.put("placement-policies", placement(texts, worker, PlacementView::withPolicies));
        scenes.put("placement-profiles", placement(texts, worker, PlacementView::withProfiles));
        return scenes;
    }

    /** The same on the sample plan with retrieval and fine-tuning, whose workloads are known by their ids. */
    static Map<String, ScreenEntry> documentScenes(Texts texts, Executor worker) {
        Map<String, ScreenEntry> scenes = new LinkedHashMap<>();
        scenes.put("workloads-retrieval", workloads(texts, worker, view -> view.withSelected(WorkloadId.of("w2"))));
        scenes.put("workloads-tuning", workloads(texts, worker, view -> view.withSelected(WorkloadId.of("w3"))));
        scenes.put("workloads-alignment", workloads(texts, worker, view -> view.withSelected(WorkloadId.of("w4"))));
        scenes.put("workloads-wizard", workloads(texts, worker, view -> view.withWizard(WorkloadId.of("w1"))));
        scenes.put("placement-documents", placement(texts, worker, UnaryOperator.identity()));
        return scenes;
    }

    private static ScreenEntry workloads(Texts texts, Executor worker, UnaryOperator<WorkloadsView> state) {
        return new ScreenEntry(
                ScreenEntry.WORKLOADS,
                Icon.WORKLOADS,
                texts.get("screen.workloads"),
                workspace -> state.apply(new WorkloadsView(workspace, worker)));
    }

    private static ScreenEntry checks(Texts texts, Executor worker, UnaryOperator<ChecksView> state) {
        return new ScreenEntry(
                ScreenEntry.CHECKS,
                Icon.CHECKS,
                texts.get("screen.checks"),
                workspace -> state.apply(new ChecksView(workspace, worker)));
    }

    private static ScreenEntry compare(Texts texts, Executor worker, UnaryOperator<CompareView> state) {
        return new ScreenEntry(
                ScreenEntry.COMPARE,
                Icon.COMPARE,
                texts.get("screen.compare"),
                workspace -> state.apply(new CompareView(workspace, worker)));
    }

    private static ScreenEntry placement(Texts texts, Executor worker, UnaryOperator<PlacementView> state) {
        return new ScreenEntry(
                ScreenEntry.PLACEMENT,
                Icon.PLACEMENT,
                texts.get("screen.placement"),
                workspace -> state.apply(new PlacementView(workspace, worker)));
    }

    private static ScreenEntry accelerators(Texts texts, UnaryOperator<AcceleratorsView> state) {
        return new ScreenEntry(
                ScreenEntry.ACCELERATORS,
                Icon.ACCELERATORS,
                texts.get("screen.accelerators"),
                workspace -> state.apply(new AcceleratorsView(workspace)));
    }

    private static Optional<BuildSheet> sheet(SessionState state, String product) {
        if (state.calculating() || state.result().isEmpty()) {
            return Optional.empty();
        }
        return state.live()
                .filter(live -> live.plan().problems().isEmpty())
                .map(live ->
                        BuildSheets.of(SheetSubject.of(state.result().orElseThrow(), live, stamp(state), product)));
    }

    private static Optional<CatalogStamp> stamp(SessionState state) {
        Optional<Catalog> catalog = state.catalog().map(OpenCatalog::catalog);
        return catalog.map(CatalogStamp::of);
    }
}
