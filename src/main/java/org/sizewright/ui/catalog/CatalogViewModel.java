package org.sizewright.ui.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogSearch;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.ImportResult;
import org.sizewright.catalog.RowFate;
import org.sizewright.catalog.SystemClass;
import org.sizewright.library.Library;
import org.sizewright.plan.PlanEdit;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FacetList;
import org.sizewright.ui.part.FilterChips;
import org.sizewright.ui.screen.Workspace;

/** What the catalog's screen shows and does, without its nodes. Rows are prepared once for a catalog and a library. */
public final class CatalogViewModel {
    /** The order of the facets on the screen. */
    private static final List<Facet> FACETS = List.of(
            Facet.VENDOR, Facet.GPU, Facet.VALIDATION, Facet.FORM, Facet.SYSTEM_CLASS, Facet.CPU_FAMILY, Facet.MAX_GPU);

    /** Which of the two tables is in front. */
    enum Part {
        SERVERS,
        REST
    }

    private final Workspace workspace;
    private final Texts texts;
    private final CatalogWords words;
    private final ReadOnlyObjectWrapper<Optional<CatalogPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.SERVERS);
    private final ReadOnlyObjectWrapper<Optional<String>> revealed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<EntryId, ServerRow> rows = new HashMap<>();
    private List<RestRow> rest = List.of();
    private CatalogSearch.Query query = CatalogSearch.Query.ALL;
    private Optional<ServerRow> used = Optional.empty();
    private @Nullable SessionState state;

    public CatalogViewModel(Workspace workspace) {
        this.workspace = workspace;
        texts = workspace.texts();
        words = new CatalogWords(texts);
    }

    /** What to show; empty without a catalog. */
    ReadOnlyObjectProperty<Optional<CatalogPage>> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    /** The id of the server that the table should select and bring into view. */
    ReadOnlyObjectProperty<Optional<String>> revealed() {
        return revealed.getReadOnlyProperty();
    }

    CatalogWords words() {
        return words;
    }

    void show(SessionState shown) {
        SessionState before = state;
        state = shown;
        if (before == null || !before.catalog().equals(shown.catalog())) {
            query = CatalogSearch.Query.ALL;
            part.set(Part.SERVERS);
            revealed.set(Optional.empty());
            prepare(shown);
        } else if (before.library() != shown.library()) {
            prepare(shown);
        }
        if (before != null && !before.plan().equals(shown.plan())) {
            Optional<ServerRow> again = used;
            used = Optional.empty();
            again.ifPresent(this::select);
        }
    }

    void search(String text) {
        find(query.withText(text));
    }

    void choose(Facet facet, Set<String> values) {
        find(query.with(facet, values));
    }

    /** Drops the filter of a facet, named as in {@link CatalogPage#filters()}. */
    void drop(String facet) {
        choose(Facet.valueOf(facet), Set.of());
    }

    void clear() {
        find(CatalogSearch.Query.ALL);
    }

    void bringToFront(Part wanted) {
        part.set(wanted);
    }

    void chooseFile() {
        workspace.chooseFileToOpen();
    }

    /** Explains the row. */
    void select(ServerRow row) {
        ifOpen((now, open) ->
                workspace.explain(new ServerWhy(words, open.imported()).server(row, now.plan(), use -> use(row, use))));
    }

    /** Explains the row. */
    void select(RestRow row) {
        ifOpen((now, open) -> workspace.explain(new ServerWhy(words, open.imported()).rest(row, this::reveal)));
    }

    /** Brings the entry into view among the servers and explains it; filters that hide it are dropped. */
    void reveal(CatalogEntry entry) {
        ServerRow row = rows.get(entry.id());
        if (row == null) {
            return;
        }
        if (page.get().stream().noneMatch(shown -> shown.servers().contains(row))) {
            clear();
        }
        part.set(Part.SERVERS);
        revealed.set(Optional.empty());
        revealed.set(Optional.of(row.id()));
        select(row);
    }

    private void use(ServerRow row, UseServer wanted) {
        // the explanation tells where the plan uses the row, so it is told again with the changed plan
        used = Optional.of(row);
        workspace.edit(PlanEdit.of(
                texts.get("catalog.use.edit", wanted.server().model(), CatalogWords.letter(wanted.option())),
                wanted::apply));
    }

    private interface OnOpen {
        void accept(SessionState state, OpenCatalog catalog);
    }

    private void ifOpen(OnOpen action) {
        SessionState now = state;
        if (now != null) {
            now.catalog().ifPresent(open -> action.accept(now, open));
        }
    }

    private void prepare(SessionState shown) {
        shown.catalog().ifPresentOrElse(open -> prepare(open, shown.library()), () -> page.set(Optional.empty()));
    }

    private void prepare(OpenCatalog open, Library library) {
        rows.clear();
        open.catalog().entries().forEach(entry -> rows.put(entry.id(), ServerRow.of(entry, library)));
        rest = open.imported().fates().stream()
                .filter(fate -> !(fate instanceof RowFate.Kept))
                .map(words::rest)
                .sorted(Comparator.comparingInt(row -> weight(row.fate())))
                .toList();
        find(query);
    }

    private static int weight(RowFate fate) {
        return switch (fate) {
            case RowFate.NeedsAttention ignored -> 0;
            case RowFate.Merged ignored -> 1;
            case RowFate.Skipped ignored -> 2;
            case RowFate.Header ignored -> 3;
            case RowFate.Kept ignored -> 4;
        };
    }

    private void find(CatalogSearch.Query wanted) {
        query = wanted;
        ifOpen((now, open) -> page.set(Optional.of(page(open, open.search().find(wanted)))));
    }

    private CatalogPage page(OpenCatalog open, CatalogSearch.Result found) {
        ImportResult.Imported imported = open.imported();
        int toCheck = imported.count(RowFate.NeedsAttention.class);
        List<ServerRow> servers = new ArrayList<>(found.entries().size());
        for (CatalogEntry entry : found.entries()) {
            Optional.ofNullable(rows.get(entry.id())).ifPresent(servers::add);
        }
        return new CatalogPage(
                texts.get(
                        "catalog.origin",
                        imported.fileName(),
                        imported.sheet(),
                        open.catalog().asOf().toString()),
                texts.get(
                        "catalog.account",
                        imported.rows() - imported.count(RowFate.Header.class),
                        imported.count(RowFate.Kept.class),
                        imported.count(RowFate.Merged.class),
                        imported.count(RowFate.Skipped.class)),
                toCheck,
                query,
                servers,
                open.catalog().entries().size(),
                FACETS.stream()
                        .filter(facet -> facet != Facet.SYSTEM_CLASS || isClassStated(open))
                        .map(facet -> choice(facet, found))
                        .toList(),
                filters(),
                texts.get(
                        "catalog.restAccount",
                        imported.rows(),
                        imported.count(RowFate.Kept.class),
                        toCheck,
                        imported.count(RowFate.Merged.class),
                        imported.count(RowFate.Skipped.class)),
                rest);
    }

    private static boolean isClassStated(OpenCatalog open) {
        return open.catalog().entries().stream()
                .anyMatch(entry -> entry.systemClass().kind() != SystemClass.Kind.UNKNOWN);
    }

    private CatalogPage.FacetChoice choice(Facet facet, CatalogSearch.Result found) {
        return new CatalogPage.FacetChoice(
                facet,
                found.facets().getOrDefault(facet, List.of()).stream()
                        .map(value ->
                                new FacetList.Facet(value.value(), words.value(facet, value.value()), value.count()))
                        .toList(),
                query.chosen().getOrDefault(facet, Set.of()));
    }

    private List<FilterChips.Filter> filters() {
        List<FilterChips.Filter> filters = new ArrayList<>();
        for (Facet facet : FACETS) {
            Set<String> chosen = query.chosen().getOrDefault(facet, Set.of());
            if (!chosen.isEmpty()) {
                List<String> names = new LinkedHashSet<>(chosen)
                        .stream()
                                .map(value -> words.value(facet, value))
                                .sorted()
                                .toList();
                filters.add(new FilterChips.Filter(
                        facet.name(), texts.get("catalog.filter", words.facet(facet), words.anyOf(names))));
            }
        }
        return filters;
    }
}
