package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.EntryId;
import org.sizewright.inventory.GpuReadiness;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.InventoryImporter;
import org.sizewright.inventory.InventoryResult;
import org.sizewright.inventory.InventoryRules;
import org.sizewright.inventory.InventoryRulesReader;
import org.sizewright.inventory.ServerNames;
import org.sizewright.library.Chassis;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.ExistingGroups;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Origin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.References;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.Resolver;
import org.sizewright.rules.HostFit;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;
import org.sizewright.session.TypedChassis;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;
import org.sizewright.ui.cluster.ClusterPage.Word;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** What the part of existing hosts shows, and the edits that it makes. */
public final class ExistingViewModel {
    private final Workspace workspace;
    private final Texts texts;
    private final InventoryRules rules;
    private final ReadOnlyObjectWrapper<Optional<ExistingPart>> part = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** What the list says of each server model; a list may be long, and is asked once for each. */
    private final Map<String, GpuReadiness> readiness = new HashMap<>();

    private @Nullable SessionState state;
    private Optional<OpenCatalog> list = Optional.empty();
    private List<CatalogEntry> carried = List.of();
    private List<CatalogEntry> entries = List.of();

    public ExistingViewModel(Workspace workspace) {
        this.workspace = workspace;
        texts = workspace.texts();
        rules = InventoryRulesReader.readShipped(CatalogRulesReader.readShipped());
    }

    ReadOnlyObjectProperty<Optional<ExistingPart>> part() {
        return part.getReadOnlyProperty();
    }

    void show(SessionState next) {
        state = next;
        List<CatalogEntry> nowCarried = carried(next);
        if (!list.equals(next.catalog()) || !carried.equals(nowCarried)) {
            list = next.catalog();
            carried = nowCarried;
            entries = entries();
            readiness.clear();
        }
        part.set(Optional.of(new ExistingPart(
                next.plan().site().existingHosts().stream().map(this::line).toList(), !entries.isEmpty())));
    }

    private SessionState state() {
        return Optional.ofNullable(state).orElseThrow();
    }

    List<InventoryHost> hosts() {
        return state().plan().site().existingHosts();
    }

    private Library library() {
        return state().library();
    }

    /** Servers of the plan's groups, which may be of a list that is not open here. */
    private static List<CatalogEntry> carried(SessionState state) {
        return state.result().stream()
                .flatMap(result -> result.options().stream())
                .flatMap(option -> option.option().clusters().stream())
                .flatMap(cluster -> cluster.groups().stream())
                .filter(ResolvedGroup::listed)
                .map(ResolvedGroup::server)
                .distinct()
                .toList();
    }

    /** What the open list has, and what the plan carries of another one. */
    private List<CatalogEntry> entries() {
        List<CatalogEntry> all = new ArrayList<>();
        list.ifPresent(open -> all.addAll(open.catalog().entries()));
        Set<EntryId> known = new HashSet<>();
        all.forEach(entry -> known.add(entry.id()));
        carried.stream().filter(entry -> known.add(entry.id())).forEach(all::add);
        return List.copyOf(all);
    }

    private GpuReadiness ready(InventoryHost host) {
        return readiness.computeIfAbsent(
                host.vendor() + "\n" + host.model(), ignored -> GpuReadiness.of(host, entries, rules.spellings()));
    }

    private ExistingPart.Line line(InventoryHost host) {
        Optional<String> usedIn = usedIn(host.name());
        if (host.vendor().isBlank() || host.model().isBlank()) {
            return new ExistingPart.Line(
                    host,
                    new Word(texts.get("existing.ready.noModel"), Tone.NEUTRAL),
                    texts.get("existing.ready.noModel.why"),
                    usedIn);
        }
        if (entries.isEmpty()) {
            return noList(host, usedIn);
        }
        GpuReadiness ready = ready(host);
        if (!ready.isListed() && state().catalog().isEmpty()) {
            // what the plan carries of a list says nothing about the rest of it
            return noList(host, usedIn);
        }
        if (!ready.isListed()) {
            return new ExistingPart.Line(
                    host,
                    new Word(texts.get("existing.ready.no"), Tone.WARN),
                    texts.get("existing.ready.no.why", host.serverName()),
                    usedIn);
        }
        String gpus = String.join(
                ", ",
                ready.entries().stream()
                        .map(entry -> entry.gpu().displayName()
                                + (entry.maxGpu().isPresent()
                                        ? " ("
                                                + texts.get(
                                                        "existing.ready.most",
                                                        entry.maxGpu().getAsInt()) + ")"
                                        : "")
                                + (entry.validationText().isEmpty() ? "" : ", " + entry.validationText()))
                        .map(text -> text.replace(", ", " · "))
                        .toList());
        return new ExistingPart.Line(
                host,
                new Word(texts.get("existing.ready.yes"), Tone.OK),
                texts.get("existing.ready.yes.why", host.serverName(), gpus),
                usedIn);
    }

    private ExistingPart.Line noList(InventoryHost host, Optional<String> usedIn) {
        return new ExistingPart.Line(
                host,
                new Word(texts.get("existing.ready.noList"), Tone.NEUTRAL),
                texts.get("existing.ready.noList.why"),
                usedIn);
    }

    private Optional<String> usedIn(String host) {
        return state().plan().liveOption().clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .filter(group -> group.origin() instanceof Origin.Existing existing && existing.has(host))
                .map(HostGroup::name)
                .findFirst();
    }

    /** Tells all about a host in the Why pane, down to its row. */
    void explain(ExistingPart.Line line) {
        workspace.explain(HostWhy.of(
                texts,
                line,
                new ModelWords(texts, chassis(line.host().vendor(), line.host().model()))));
    }

    void chooseFiles(Consumer<List<InventoryImporter.Source>> read) {
        workspace.chooseTables(read);
    }

    /** The tables of pasted text; a refusal is explained. */
    Optional<List<InventoryImporter.Source>> pasted(String text) {
        String name = texts.get("existing.pasted");
        return switch (TableReader.readText(text, name, Limits.STANDARD)) {
            case Reading.Tables tables -> Optional.of(List.of(new InventoryImporter.Source(name, tables)));
            case Reading.Unreadable unreadable -> {
                workspace.explain(Why.finding(unreadable.sentence(), unreadable.advice(), List.of()));
                yield Optional.empty();
            }
        };
    }

    InventoryImporter importer() {
        return InventoryImporter.of(rules, library());
    }

    /** Takes hosts over: new ones are added, known ones updated where the import says something. */
    void take(InventoryResult.Imported imported) {
        int count = imported.hosts().size() + imported.loaded().size();
        workspace.edit(PlanEdit.of(texts.get("existing.edit.import", count), plan -> {
            List<InventoryHost> hosts = new ArrayList<>(plan.site().existingHosts());
            imported.hosts().forEach(host -> put(hosts, host));
            imported.loaded().forEach(host -> put(hosts, host));
            return plan.withExistingHosts(hosts);
        }));
    }

    private static void put(List<InventoryHost> hosts, InventoryHost host) {
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).key().equals(host.key())) {
                hosts.set(i, hosts.get(i).updatedBy(host));
                return;
            }
        }
        hosts.add(host);
    }

    /** Hosts that are like this one, itself not counted. */
    List<InventoryHost> alike(InventoryHost host) {
        return hosts().stream()
                .filter(each -> !each.key().equals(host.key()) && each.isLike(host))
                .toList();
    }

    /**
     * Saves a host.
     *
     * @param before what it was; empty for a new one
     * @param alsoAlike whether hosts like it get the same hardware
     */
    void save(Optional<InventoryHost> before, InventoryHost host, boolean alsoAlike) {
        List<InventoryHost> others = alsoAlike ? before.map(this::alike).orElse(List.of()) : List.of();
        InventoryHost recognised = host.withFittings(
                host.fittings().withGpus(host.fittings().gpus().map(gpus -> rules.recognise(gpus, library()))));
        workspace.edit(PlanEdit.of(texts.get("existing.edit.save", host.name()), plan -> {
            List<InventoryHost> hosts = new ArrayList<>(plan.site().existingHosts());
            replace(hosts, before.map(InventoryHost::key).orElse(recognised.key()), recognised);
            for (InventoryHost other : others) {
                replace(hosts, other.key(), withHardwareOf(other, recognised));
            }
            return plan.withExistingHosts(hosts);
        }));
    }

    private static void replace(List<InventoryHost> hosts, String key, InventoryHost host) {
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).key().equals(key)) {
                hosts.set(i, host);
                return;
            }
        }
        hosts.add(host);
    }

    private static InventoryHost withHardwareOf(InventoryHost host, InventoryHost model) {
        return new InventoryHost(
                host.name(),
                model.vendor(),
                model.model(),
                host.cluster(),
                model.sockets(),
                model.coresPerSocket(),
                model.memory(),
                host.hypervisor(),
                model.cpuModel(),
                host.load(),
                model.fittings(),
                host.row());
    }

    /** What the library has of that server model. */
    Optional<Chassis> chassis(String vendor, String model) {
        return ServerNames.chassisOf(vendor, model, library());
    }

    /** Writes what was typed in about a server model into the user's own library, if it says anything new. */
    void keep(InventoryHost host, TypedChassis.Typed typed) {
        Optional<Chassis> known = chassis(host.vendor(), host.model());
        Chassis record = TypedChassis.of(host.vendor(), host.model(), known, typed);
        if (!typed.equals(TypedChassis.Typed.NOTHING) && !known.equals(Optional.of(record))) {
            workspace.keep(record);
        }
    }

    void remove(List<InventoryHost> removed) {
        Set<String> keys = new HashSet<>();
        removed.forEach(host -> keys.add(host.key()));
        workspace.edit(PlanEdit.of(
                texts.get("existing.edit.remove", removed.size()),
                plan -> plan.withExistingHosts(plan.site().existingHosts().stream()
                        .filter(host -> !keys.contains(host.key()))
                        .toList())));
    }

    /** Cards that can be added to hosts; those that the list has for most of these hosts come first. */
    List<Gpu> gpus(List<InventoryHost> hosts) {
        List<InventoryHost> kinds =
                ExistingGroups.alike(hosts).stream().map(List::getFirst).toList();
        Map<Gpu, Long> without = new HashMap<>();
        List<Gpu> cards = library().gpus().stream()
                .filter(gpu -> gpu.form().startsWith("PCIe") || gpu.form().startsWith("NVL"))
                .filter(gpu -> !gpu.announcedOnly())
                .toList();
        cards.forEach(gpu -> without.put(
                gpu,
                kinds.stream().filter(host -> !isListed(List.of(host), gpu)).count()));
        return cards.stream()
                .sorted(Comparator.comparing((Gpu gpu) -> without.getOrDefault(gpu, 0L))
                        .thenComparing(Gpu::name))
                .toList();
    }

    boolean isListed(List<InventoryHost> hosts, Gpu gpu) {
        return hosts.stream()
                .allMatch(host -> ready(host).entryFor(gpu, library()).isPresent());
    }

    /** What one kind of equal hosts would come to. */
    record Kind(List<InventoryHost> hosts, Optional<String> refusal, HostFit fit) {}

    /** For each kind of equal hosts among these: what blocks the GPUs in it. */
    List<Kind> fits(List<InventoryHost> hosts, Gpu gpu, int gpusPerHost) {
        return ExistingGroups.alike(hosts).stream()
                .map(kind -> {
                    try {
                        HostGroup group = group(GroupId.of("g0"), kind, gpu, gpusPerHost);
                        return Resolver.resolved(group, state().plan().site(), references())
                                .map(resolved -> new Kind(kind, Optional.empty(), HostFit.preview(resolved, library())))
                                .orElseThrow();
                    } catch (IllegalArgumentException refused) {
                        return new Kind(
                                kind, Optional.of(String.valueOf(refused.getMessage())), new HostFit(List.of()));
                    }
                })
                .toList();
    }

    private HostGroup group(GroupId id, List<InventoryHost> hosts, Gpu gpu, int gpusPerHost) {
        InventoryHost first = hosts.getFirst();
        EntryId entry = ready(first)
                .entryFor(gpu, library())
                .map(CatalogEntry::id)
                .orElseGet(() -> ExistingGroups.unlisted(first, gpu.id()));
        String name = first.cluster().isBlank() ? texts.get("existing.group") : first.cluster();
        return ExistingGroups.group(id, name, hosts, entry, gpu.id(), gpusPerHost);
    }

    private References references() {
        return new References() {
            @Override
            public Library library() {
                return state().library();
            }

            @Override
            public Optional<CatalogEntry> server(EntryId id) {
                return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
            }
        };
    }

    List<Cluster> clusters() {
        return state().plan().liveOption().clusters();
    }

    /** Makes groups of the hosts, one for each kind; without a cluster a new one. */
    void use(List<InventoryHost> hosts, Gpu gpu, int gpusPerHost, Optional<ClusterId> into) {
        workspace.edit(PlanEdit.of(texts.get("existing.edit.use", hosts.size(), gpu.name()), plan -> {
            Option option = plan.liveOption();
            List<HostGroup> groups = new ArrayList<>();
            int number = 1;
            for (List<InventoryHost> kind : ExistingGroups.alike(hosts)) {
                while (isTaken(plan, GroupId.of("g" + number))) {
                    number++;
                }
                groups.add(group(GroupId.of("g" + number), kind, gpu, gpusPerHost));
                number++;
            }
            Optional<Cluster> cluster = into.flatMap(option::cluster);
            if (cluster.isPresent()) {
                Cluster changed = cluster.get();
                for (HostGroup group : groups) {
                    changed = changed.withNewGroup(group);
                }
                return plan.withOption(option.withCluster(changed));
            }
            int free = 1;
            while (option.cluster(ClusterId.of("c" + free)).isPresent()) {
                free++;
            }
            return plan.withOption(option.withNewCluster(new Cluster(
                    ClusterId.of("c" + free),
                    groups.getFirst().name(),
                    1,
                    Cluster.VgpuMode.SAME_SIZE,
                    Cluster.GpuPolicy.CONSOLIDATION,
                    groups)));
        }));
    }

    private static boolean isTaken(Plan plan, GroupId id) {
        return plan.liveOption().clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .anyMatch(group -> group.id().equals(id));
    }
}
