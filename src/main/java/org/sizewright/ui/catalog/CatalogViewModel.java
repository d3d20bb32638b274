package org.sizewright.ui.catalog;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CheckAgain;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Facet.Known;
import org.sizewright.catalog.FacetCounts;
import org.sizewright.catalog.ImportResult;
import org.sizewright.catalog.Measure;
import org.sizewright.catalog.NumberRange;
import org.sizewright.catalog.Query;
import org.sizewright.catalog.RowFate;
import org.sizewright.catalog.SearchResult;
import org.sizewright.library.Library;
import org.sizewright.plan.PlanEdit;
import org.sizewright.result.servers.ServerGpus;
import org.sizewright.result.servers.UseServer;
import org.sizewright.session.CatalogDesk;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FacetList;
import org.sizewright.ui.screen.Workspace;

/** What the catalog's screen shows and does, without its nodes. Rows are prepared once for a catalog and a library. */
public final class CatalogViewModel {
    /** The order of the facets on the screen; further columns stand before the last two. */
    private static final List<Known> FIRST = List.of(
            Known.VENDOR,
            Known.GPU,
            Known.VALIDATION,
            Known.SYSTEM_CLASS,
            Known.MAX_GPU,
            Known.FORM,
            Known.MEMORY,
            Known.CPU_FAMILY,
            Known.MAX_CPU,
            Known.CPU,
            Known.MODEL);

    private static final List<Known> LAST = List.of(Known.TO_CHECK, Known.FAVOURITE);

    /** Which of the two tables is in front. */
    enum Part {
        SERVERS,
        REST
    }

    private final Workspace workspace;
    private final CatalogDeskFile deskFile;
    private final Texts texts;
    private final CatalogWords words;
    private final QueryWords queryWords;
    private final ComparisonModel comparison = new ComparisonModel();
    private final ReadOnlyObjectWrapper<Optional<CatalogPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.SERVERS);
    private final ReadOnlyObjectWrapper<Optional<String>> revealed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<EntryId, ServerRow> byId = new HashMap<>();
    private List<ServerRow> rows = List.of();
    private List<Facet> facets = List.of();
    private CatalogPage.@Nullable Source source;
    private Query query = Query.ALL;
    private Optional<ServerRow> used = Optional.empty();
    private @Nullable SessionState state;

    public CatalogViewModel(Workspace workspace, CatalogDeskFile deskFile) {
        this.workspace = workspace;
        this.deskFile = deskFile;
        texts = workspace.texts();
        words = new CatalogWords(texts);
        queryWords = new QueryWords(words);
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

    ComparisonModel comparison() {
        return comparison;
    }

    CatalogDesk desk() {
        return deskFile.desk();
    }

    void show(SessionState shown) {
        SessionState before = state;
        state = shown;
        if (before == null || !before.catalog().equals(shown.catalog())) {
            query = Query.ALL;
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

    /** Only numbers of this range; with both ends open, all. */
    void narrow(Measure measure, NumberRange range) {
        find(query.with(measure, range));
    }

    /** Sorts by a column of the table, or by none. */
    void order(Optional<String> column, boolean upwards) {
        find(query.with(column.map(id -> ServerColumns.order(id, upwards)).orElse(Query.ALL.order())));
    }

    /** Drops the filter of this id, as in {@link CatalogPage#filters()}. */
    void drop(String filter) {
        find(QueryWords.without(query, filter));
    }

    void clear() {
        find(Query.ALL.with(query.order()));
    }

    boolean onlyFavourites() {
        return query.chosen(Known.FAVOURITE).equals(Set.of(Facet.YES));
    }

    void onlyFavourites(boolean only) {
        choose(Known.FAVOURITE, only ? Set.of(Facet.YES) : Set.of());
    }

    boolean isFavourite(ServerRow row) {
        return desk().isFavourite(row.entry().id());
    }

    /** Makes these servers favourites, or none of them if all are. */
    void star(List<ServerRow> some) {
        boolean set = !some.stream().allMatch(this::isFavourite);
        deskFile.change(before -> {
            CatalogDesk desk = before;
            for (ServerRow row : some) {
                desk = desk.withFavourite(row.entry().id(), set);
            }
            return desk;
        });
        find(query);
    }

    /** Keeps the query under this name; one of the same name is replaced. */
    void save(String name) {
        Query now = query;
        deskFile.change(desk -> desk.withFilter(name, now));
    }

    void apply(String name) {
        desk().filter(name).ifPresent(filter -> find(filter.query()));
    }

    /** Whether the filter could get this name. */
    boolean rename(String name, String to) {
        boolean free = desk().filter(to).isEmpty() || name.equalsIgnoreCase(to.strip());
        if (free && !to.isBlank()) {
            deskFile.change(desk -> desk.withFilterRenamed(name, to));
        }
        return free;
    }

    void delete(String name) {
        deskFile.change(desk -> desk.withoutFilter(name));
    }

    /** Remembers that the user wants to see a column, or not. */
    void showColumn(String column, boolean shown) {
        deskFile.change(desk -> desk.withColumn(column, shown));
    }

    void bringToFront(Part wanted) {
        part.set(wanted);
    }

    void chooseFile() {
        workspace.chooseFileToOpen();
    }

    void pasteList() {
        workspace.pasteList();
    }

    void reviewImport() {
        workspace.reviewImport();
    }

    /** Sets the open list beside another export of it. */
    void compareExports() {
        workspace.compareExports();
    }

    /** Tries the servers that are shown in the place of the plan's hosts. */
    void findServers() {
        workspace.findServers(
                query.narrows()
                        ? page.get().stream()
                                .flatMap(shown -> shown.servers().stream())
                                .map(ServerRow::entry)
                                .toList()
                        : List.of());
    }

    /** Explains the row. */
    void select(ServerRow row) {
        ifOpen((now, open) -> workspace.explain(why(now, open)
                .server(row, now.plan(), use -> use(row, use), add -> add(row, add), () -> comparison.add(row))));
    }

    /** Explains the row. */
    void select(RestRow row) {
        ifOpen((now, open) -> workspace.explain(why(now, open).rest(row, this::reveal)));
    }

    private ServerWhy why(SessionState now, OpenCatalog open) {
        return new ServerWhy(
                words,
                open.imported(),
                open.catalog().asOf(),
                CheckAgain.by(now.library(), now.plan().header().referenceDate()));
    }

    /** Brings the entry into view among the servers and explains it; filters that hide it are dropped. */
    void reveal(CatalogEntry entry) {
        ServerRow row = byId.get(entry.id());
        if (row == null) {
            return;
        }
        if (page.get().stream().noneMatch(shown -> shown.servers().contains(row))) {
            clear();
        }
        part.set(Part.SERVERS);
        comparison.close();
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

    private void add(ServerRow row, UseServer wanted) {
        used = Optional.of(row);
        workspace.edit(PlanEdit.of(
                texts.get("catalog.add.edit", wanted.server().model(), CatalogWords.letter(wanted.option())),
                wanted::addTo));
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
        comparison.reset(shown.library());
        shown.catalog().ifPresentOrElse(open -> prepare(open, shown.library()), () -> {
            source = null;
            page.set(Optional.empty());
        });
    }

    private void prepare(OpenCatalog open, Library library) {
        ServerGpus gpus = new ServerGpus(library);
        rows = open.catalog().entries().stream()
                .map(entry -> new ServerRow(entry, gpus.of(entry)))
                .toList();
        byId.clear();
        rows.forEach(row -> byId.put(row.entry().id(), row));
        List<Facet.Extra> extras = open.search().facets().stream()
                .filter(Facet.Extra.class::isInstance)
                .map(Facet.Extra.class::cast)
                .toList();
        facets = new ArrayList<>(FIRST);
        facets.addAll(extras);
        facets.addAll(LAST);
        source = source(open.imported(), open, extras);
        find(query);
    }

    private CatalogPage.Source source(ImportResult.Imported imported, OpenCatalog open, List<Facet.Extra> extras) {
        int kept = imported.count(RowFate.Kept.class);
        int merged = imported.count(RowFate.Merged.class);
        int skipped = imported.count(RowFate.Skipped.class);
        int toCheck = imported.count(RowFate.NeedsAttention.class);
        return new CatalogPage.Source(
                texts.get(
                        "catalog.origin",
                        imported.fileName(),
                        imported.sheet(),
                        open.catalog().asOf().toString()),
                texts.get(
                        "catalog.account",
                        imported.rows() - imported.count(RowFate.Header.class),
                        kept,
                        merged,
                        skipped),
                toCheck,
                open.catalog().entries().size(),
                extras,
                texts.get("catalog.restAccount", imported.rows(), kept, toCheck, merged, skipped),
                imported.fates().stream()
                        .filter(fate -> !(fate instanceof RowFate.Kept))
                        .map(words::rest)
                        .sorted(Comparator.comparingInt(row -> weight(row.fate())))
                        .toList());
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

    private void find(Query wanted) {
        query = wanted;
        CatalogPage.Source of = source;
        if (of != null) {
            ifOpen((now, open) -> page.set(Optional.of(page(of, open.search().find(wanted, desk().favourites())))));
        }
    }

    private CatalogPage page(CatalogPage.Source of, SearchResult found) {
        List<CatalogPage.FacetChoice> choices = new ArrayList<>();
        for (Facet facet : facets) {
            found.facet(facet)
                    .filter(counts -> isShown(of, counts))
                    .ifPresent(counts -> choices.add(
                            new CatalogPage.FacetChoice(facet, new Counted(words, counts), query.chosen(facet))));
        }
        List<CatalogPage.RangeChoice> ranges = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            ranges.add(new CatalogPage.RangeChoice(measure, found.range(measure)));
        }
        return new CatalogPage(
                of,
                query,
                new Found(rows, found),
                choices,
                ranges,
                queryWords.chips(query),
                queryWords.corrections(found.corrections()));
    }

    /** What the whole list leaves open is nothing to choose by. */
    private boolean isShown(CatalogPage.Source of, FacetCounts counts) {
        return counts.facet() == Known.TO_CHECK ? of.toCheck() > 0 : counts.isStated();
    }

    /** The rows of a result, without a copy. */
    private static final class Found extends AbstractList<ServerRow> implements RandomAccess {
        private final List<ServerRow> rows;
        private final SearchResult found;

        Found(List<ServerRow> rows, SearchResult found) {
            this.rows = rows;
            this.found = found;
        }

        @Override
        public ServerRow get(int index) {
            return rows.get(found.place(index));
        }

        @Override
        public int size() {
            return found.size();
        }
    }

    /** Counts as a list of values asks for them. */
    private record Counted(CatalogWords words, FacetCounts counts) implements FacetList.Values {
        @Override
        public int size() {
            return counts.size();
        }

        @Override
        public List<FacetList.Facet> top(int most, String part) {
            return counts.top(most, part.toLowerCase(Locale.ROOT)).stream()
                    .map(count -> new FacetList.Facet(
                            count.value(), words.value(counts.facet(), count.value()), count.count()))
                    .toList();
        }
    }
}
