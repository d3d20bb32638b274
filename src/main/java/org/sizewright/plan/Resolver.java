package org.sizewright.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.ServerNames;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.VgpuType;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;

/** Looks up what a plan names. An id that leads nowhere never stops the rest: it becomes a problem with a sentence. */
public final class Resolver {
    private final Plan plan;
    private final References references;
    private final Library library;
    private final List<Unresolved> problems = new ArrayList<>();

    private Resolver(Plan plan, References references) {
        this.plan = plan;
        this.references = references;
        this.library = references.library();
    }

    public static ResolvedPlan resolve(Plan plan, References references) {
        Resolver resolver = new Resolver(plan, references);
        Map<WorkloadId, ResolvedWorkload> workloads = new HashMap<>();
        for (Workload workload : plan.workloads()) {
            resolver.workload(workload).ifPresent(resolved -> workloads.put(workload.id(), resolved));
        }
        List<ResolvedOption> options = plan.options().stream()
                .map(option -> resolver.option(option, workloads))
                .toList();
        return new ResolvedPlan(plan, references.library(), options, resolver.problems);
    }

    private Optional<ResolvedWorkload> workload(Workload workload) {
        return switch (workload) {
            case Workload.GpuVms vms -> Optional.of(new ResolvedWorkload.Vms(vms));
            case Workload.LlmServing llm -> llm(llm);
            case Retrieval retrieval -> new RetrievalResolver(library, problems).resolve(retrieval);
            case FineTuning tuning -> new TuningResolver(library, problems).resolve(tuning);
        };
    }

    private Optional<ResolvedWorkload> llm(Workload.LlmServing llm) {
        String path = "/workloads/" + llm.id();
        Optional<ModelArchitecture> model = found(
                library.model(llm.model()),
                path + "/model",
                llm.name(),
                "model",
                llm.model().value());
        Optional<NumberFormat> weights = found(
                library.numberFormat(llm.weights()),
                path + "/weights",
                llm.name(),
                "number format",
                llm.weights().value());
        Optional<NumberFormat> kvCache = found(
                library.numberFormat(llm.kvCache()),
                path + "/kvCache",
                llm.name(),
                "number format",
                llm.kvCache().value());
        Optional<Engine> engine = found(
                library.engine(llm.engine()),
                path + "/engine",
                llm.name(),
                "serving engine",
                llm.engine().value());
        if (model.isEmpty() || weights.isEmpty() || kvCache.isEmpty() || engine.isEmpty()) {
            return Optional.empty();
        }
        return switch (library.shape(model.get())) {
            case ShapeResult.Known known ->
                Optional.of(new ResolvedWorkload.Llm(
                        llm, model.get(), known.shape(), weights.get(), kvCache.get(), engine.get()));
            case ShapeResult.Refused refused -> {
                problems.add(new Unresolved(
                        path + "/model",
                        llm.name(),
                        sentence(refused.reasons()),
                        "Enter the totals of the model, or choose another one."));
                yield Optional.empty();
            }
        };
    }

    static String sentence(List<String> reasons) {
        String all = String.join("; ", reasons);
        return all.isEmpty() ? all : Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }

    private ResolvedOption option(Option option, Map<WorkloadId, ResolvedWorkload> workloads) {
        Map<ClusterId, ResolvedCluster> clusters = new HashMap<>();
        List<ResolvedCluster> inOrder = new ArrayList<>();
        for (Cluster cluster : option.clusters()) {
            List<ResolvedGroup> groups = cluster.groups().stream()
                    .flatMap(group -> group(option, cluster, group).stream())
                    .map(group -> withNamed(group, option, cluster.id()))
                    .toList();
            if (!groups.isEmpty()) {
                ResolvedCluster resolved = new ResolvedCluster(cluster, groups);
                clusters.put(cluster.id(), resolved);
                inOrder.add(resolved);
            }
        }
        List<ResolvedAssignment> assignments = new ArrayList<>();
        for (Assignment assignment : option.assignments()) {
            assignment(option, assignment, workloads, clusters).ifPresent(assignments::add);
        }
        return new ResolvedOption(option, inOrder, assignments);
    }

    /** A group that also offers the vGPU types of other series that somebody names for its cluster. */
    private ResolvedGroup withNamed(ResolvedGroup group, Option option, ClusterId cluster) {
        List<VgpuType> types = new ArrayList<>(group.vgpuTypes());
        option.assignments().stream()
                .filter(assignment -> assignment.cluster().equals(cluster))
                .flatMap(assignment ->
                        Stream.concat(assignment.profile().stream(), assignment.devices().further().stream()))
                .distinct()
                .flatMap(name -> library.vgpuTypesOf(group.gpu().id()).stream()
                        .filter(type -> type.name().value().equals(name)))
                .filter(type -> !types.contains(type))
                .forEach(types::add);
        return group.withVgpuTypes(types);
    }

    private Optional<ResolvedGroup> group(Option option, Cluster cluster, HostGroup group) {
        String path = "/options/" + option.id() + "/clusters/" + cluster.id() + "/groups/" + group.id();
        Optional<Gpu> gpu = found(
                library.gpu(group.gpu()),
                path + "/gpu",
                group.name(),
                "GPU",
                group.gpu().value());
        if (group.origin() instanceof Origin.Existing existing) {
            return existing(group, existing, path) ? resolved(group, plan.site(), references) : Optional.empty();
        }
        Optional<CatalogEntry> server = found(
                references.server(group.server()),
                path + "/server",
                group.name(),
                "server of the catalog",
                group.server().value());
        return server.isEmpty() || gpu.isEmpty() ? Optional.empty() : resolved(group, plan.site(), references);
    }

    private boolean existing(HostGroup group, Origin.Existing existing, String path) {
        for (String name : existing.hosts()) {
            if (plan.site().existingHost(name).isEmpty()) {
                problem(
                        path + "/origin",
                        group.name(),
                        group.name() + " is made of a host \"" + name + "\" that the site does not have.",
                        "Add the host to the site, or remove the group.");
                return false;
            }
        }
        try {
            ExistingGroups.refreshed(group, existing.in(plan.site()));
            return true;
        } catch (IllegalArgumentException unfit) {
            problem(
                    path + "/origin",
                    group.name(),
                    group.name() + ": " + unfit.getMessage() + ".",
                    "Change the hosts.");
            return false;
        }
    }

    /** A group with its records looked up, and what its hosts say; empty if its GPU or its server is not known. */
    public static Optional<ResolvedGroup> resolved(HostGroup group, Site site, References references) {
        Library library = references.library();
        Optional<Gpu> gpu = library.gpu(group.gpu());
        Optional<CatalogEntry> listed = references.server(group.server());
        List<InventoryHost> hosts = group.origin() instanceof Origin.Existing existing ? existing.in(site) : List.of();
        Optional<CatalogEntry> server = listed.isPresent() || hosts.isEmpty()
                ? listed
                : gpu.map(each -> ExistingGroups.standIn(group.server(), hosts.getFirst(), each));
        if (server.isEmpty() || gpu.isEmpty()) {
            return Optional.empty();
        }
        List<VgpuType> compute = library.vgpuTypesOf(group.gpu()).stream()
                .filter(type -> type.series() == VgpuType.Series.C)
                .toList();
        return Optional.of(new ResolvedGroup(
                hosts.isEmpty() ? group : ExistingGroups.refreshed(group, hosts),
                server.get(),
                gpu.get(),
                ServerNames.chassisOf(server.get().vendor(), server.get().model(), library),
                compute,
                library.migProfilesOf(group.gpu()),
                hosts,
                listed.isPresent(),
                listed.flatMap(entry -> references.listedOn(group.server()))));
    }

    private Optional<ResolvedAssignment> assignment(
            Option option,
            Assignment assignment,
            Map<WorkloadId, ResolvedWorkload> workloads,
            Map<ClusterId, ResolvedCluster> clusters) {
        String path = "/options/" + option.id() + "/assignments/" + assignment.workload();
        Optional<Workload> named = plan.workload(assignment.workload());
        if (named.isEmpty()) {
            problem(
                    path,
                    option.name(),
                    "Option " + option.name() + " assigns a workload \"" + assignment.workload()
                            + "\" that the plan does not have.",
                    "Remove the assignment or add the workload.");
            return Optional.empty();
        }
        if (option.cluster(assignment.cluster()).isEmpty()) {
            problem(
                    path,
                    named.get().name(),
                    named.get().name() + " is assigned to a cluster \"" + assignment.cluster() + "\" that option "
                            + option.name() + " does not have.",
                    "Assign it to one of the option's clusters.");
            return Optional.empty();
        }
        ResolvedWorkload workload = workloads.get(assignment.workload());
        ResolvedCluster cluster = clusters.get(assignment.cluster());
        if (workload == null || cluster == null) {
            return Optional.empty();
        }
        LabelChecks.of(named.get(), cluster, path).ifPresent(problems::add);
        return share(workload, assignment, cluster, path)
                .map(share -> new ResolvedAssignment(assignment, workload, cluster, share));
    }

    /** By the first of its hosts whose GPU has what it asks for; if none has, every GPU says what it lacks. */
    private Optional<GpuShare> share(
            ResolvedWorkload workload, Assignment assignment, ResolvedCluster cluster, String path) {
        List<ResolvedGroup> groups = cluster.groupsFor(workload.workload());
        List<Unresolved> lacking = new ArrayList<>();
        for (ResolvedGroup group : groups) {
            int before = problems.size();
            Optional<GpuShare> share = share(workload, assignment, group, groups, path);
            List<Unresolved> since = problems.subList(before, problems.size());
            lacking.addAll(since);
            since.clear();
            if (share.isPresent()) {
                return share;
            }
        }
        problems.addAll(lacking.stream().distinct().toList());
        return Optional.empty();
    }

    private Optional<GpuShare> share(
            ResolvedWorkload workload,
            Assignment assignment,
            ResolvedGroup group,
            List<ResolvedGroup> groups,
            String path) {
        return switch (workload) {
            case ResolvedWorkload.Llm llm ->
                assignment.profile().isPresent()
                        ? slice(llm.workload(), assignment, group, path)
                        : Optional.of(new GpuShare.Whole(assignment.gpus(), fullType(group)));
            case ResolvedWorkload.Search search ->
                assignment.profile().isPresent()
                        ? slice(search.workload(), assignment, group, path)
                        : Optional.of(new GpuShare.Whole(1, fullType(group)));
            case ResolvedWorkload.Tuning tuning -> training(tuning.workload(), assignment, group, groups, path);
            case ResolvedWorkload.Vms vms ->
                switch (vms.workload().sharing()) {
                    case TIME_SLICED -> timeSliced(vms.workload(), assignment, group, path);
                    case MIG -> mig(vms.workload(), assignment, group, path);
                    case WHOLE -> Optional.of(whole(vms.workload(), assignment, groups));
                };
        };
    }

    /** Equal machines, as few as the smallest of its hosts allows; a slice trains alone. */
    private Optional<GpuShare> training(
            FineTuning tuning, Assignment assignment, ResolvedGroup group, List<ResolvedGroup> groups, String path) {
        long gpus = assignment.training().gpus();
        if (assignment.profile().isEmpty()) {
            long most = groups.stream()
                    .mapToInt(each -> each.group().gpusPerHost())
                    .min()
                    .orElse(1);
            return Optional.of(new GpuShare.Whole((int) Math.ceilDiv(gpus, Math.ceilDiv(gpus, most)), fullType(group)));
        }
        if (gpus > 1) {
            problem(
                    path,
                    tuning.name(),
                    tuning.name() + " is to train on a slice, and one model cannot be spread over several slices.",
                    "Set all degrees of parallelism to 1, or take whole GPUs.");
            return Optional.empty();
        }
        return slice(tuning, assignment, group, path);
    }

    /** A model on a part of a GPU: a MIG profile or a vGPU type of that name; it cannot be split over several of them. */
    private Optional<GpuShare> slice(Workload workload, Assignment assignment, ResolvedGroup group, String path) {
        if (assignment.gpus() > 1 || assignment.devices().shares() > 1) {
            problem(
                    path,
                    workload.name(),
                    workload.name() + " is to run on a slice, and one model cannot be split over several slices.",
                    "Set tensor, pipeline and expert parallel and the vGPUs of a machine to 1, or take whole GPUs.");
            return Optional.empty();
        }
        List<GpuShare.Fraction> shares = new ArrayList<>(migShares(assignment, group));
        shares.addAll(timeSlicedShares(group));
        return named(workload.name(), assignment.profile().orElse(""), group, path + "/profile", shares, "slice")
                .map(GpuShare.class::cast);
    }

    private static Optional<VgpuType> fullType(ResolvedGroup group) {
        return group.vgpuTypes().stream()
                .filter(type -> type.mode() == VgpuType.Mode.TIME_SLICED)
                .filter(type -> type.series() == VgpuType.Series.C)
                .filter(type -> type.maxEqualSize().equals(Optional.of(1)))
                .max(Comparator.comparingInt(VgpuType::nominalGb));
    }

    private Optional<GpuShare> timeSliced(
            Workload.GpuVms vms, Assignment assignment, ResolvedGroup group, String path) {
        return shared(vms, assignment, group, path, timeSlicedShares(group), "vGPU type");
    }

    private static List<GpuShare.TimeSliced> timeSlicedShares(ResolvedGroup group) {
        return group.vgpuTypes().stream()
                .filter(type -> type.mode() == VgpuType.Mode.TIME_SLICED)
                .map(GpuShare.TimeSliced::new)
                .toList();
    }

    /**
     * As many GPUs as are asked for, and as have the memory on each of its hosts; a GPU that is named after its memory gives it.
     */
    private static GpuShare whole(Workload.GpuVms vms, Assignment assignment, List<ResolvedGroup> groups) {
        int smallest = groups.stream()
                .mapToInt(group -> group.gpu().memory().nominalGb())
                .min()
                .orElse(1);
        int forMemory = Math.ceilDiv(vms.gpuMemoryGib(), smallest);
        return new GpuShare.Whole(Math.max(assignment.devices().vgpus(), forMemory), fullType(groups.getFirst()));
    }

    private Optional<GpuShare> mig(Workload.GpuVms vms, Assignment assignment, ResolvedGroup group, String path) {
        return shared(vms, assignment, group, path, migShares(assignment, group), "MIG profile");
    }

    private static List<GpuShare.Mig> migShares(Assignment assignment, ResolvedGroup group) {
        return group.migProfiles().stream()
                .map(MigProfileSet::profiles)
                .flatMap(List::stream)
                .filter(profile ->
                        assignment.profile().isPresent() || profile.attribute().isEmpty())
                .map(profile -> new GpuShare.Mig(profile, backedBy(group, profile)))
                .toList();
    }

    private static Optional<VgpuType> backedBy(ResolvedGroup group, MigProfile profile) {
        return group.vgpuTypes().stream()
                .filter(type -> type.mode() == VgpuType.Mode.MIG_BACKED)
                .filter(type -> type.migProfile().equals(Optional.of(profile.name())))
                .findFirst();
    }

    /** All shares of a machine: so many of the first, and further ones by name. */
    private Optional<GpuShare> shared(
            Workload.GpuVms vms,
            Assignment assignment,
            ResolvedGroup group,
            String path,
            List<? extends GpuShare.Fraction> shares,
            String kind) {
        VmDevices devices = assignment.devices();
        List<GpuShare.Fraction> further = new ArrayList<>();
        for (String name : devices.further()) {
            named(vms.name(), name, group, path + "/furtherProfiles", shares, kind)
                    .ifPresent(further::add);
        }
        double furtherGib =
                further.stream().mapToDouble(part -> part.memory().toGib()).sum();
        Optional<GpuShare.Fraction> first =
                pick(vms, (vms.gpuMemoryGib() - furtherGib) / devices.vgpus(), assignment, group, path, shares, kind);
        if (first.isEmpty() || further.size() < devices.further().size()) {
            return Optional.empty();
        }
        List<GpuShare.Fraction> all = new ArrayList<>(Collections.nCopies(devices.vgpus(), first.get()));
        all.addAll(further);
        return Optional.of(all.size() == 1 ? first.get() : new GpuShare.Several(all));
    }

    /** @param gib GPU memory that the profile is to give */
    private Optional<GpuShare.Fraction> pick(
            Workload.GpuVms vms,
            double gib,
            Assignment assignment,
            ResolvedGroup group,
            String path,
            List<? extends GpuShare.Fraction> shares,
            String kind) {
        if (assignment.profile().isPresent()) {
            return named(vms.name(), assignment.profile().get(), group, path + "/profile", shares, kind);
        }
        Optional<GpuShare.Fraction> smallest = shares.stream()
                .filter(share -> !(share instanceof GpuShare.TimeSliced sliced)
                        || sliced.type().series() == VgpuType.Series.C)
                .filter(share -> share.memory().toGib() >= gib)
                .min(Comparator.<GpuShare.Fraction>comparingLong(
                                share -> share.memory().count())
                        .thenComparing(share -> -share.mostPerGpu().orElse(0))
                        .thenComparing(GpuShare.Fraction::profile))
                .map(GpuShare.Fraction.class::cast);
        if (smallest.isEmpty()) {
            problem(
                    path,
                    vms.name(),
                    "No " + kind + " of " + group.gpu().name() + " gives " + vms.name() + " its " + vms.gpuMemoryGib()
                            + " GiB"
                            + (assignment.devices().shares() > 1
                                    ? " over " + assignment.devices().shares() + " vGPUs."
                                    : "."),
                    "Ask for less GPU memory, share GPUs in another way, or choose another GPU.");
        }
        return smallest;
    }

    private Optional<GpuShare.Fraction> named(
            String subject,
            String name,
            ResolvedGroup group,
            String path,
            List<? extends GpuShare.Fraction> shares,
            String kind) {
        Optional<GpuShare.Fraction> named = shares.stream()
                .filter(share -> share.profile().equals(name))
                .map(GpuShare.Fraction.class::cast)
                .findFirst();
        return found(named, path, subject, kind + " of " + group.gpu().name(), name);
    }

    private <T> Optional<T> found(Optional<T> record, String path, String subject, String kind, String id) {
        return found(problems, record, path, subject, kind, id);
    }

    /** The record, or a problem that says that it is not there. */
    static <T> Optional<T> found(
            List<Unresolved> problems, Optional<T> record, String path, String subject, String kind, String id) {
        if (record.isEmpty()) {
            problems.add(new Unresolved(
                    path,
                    subject,
                    subject + " names a " + kind + " \"" + id
                            + "\" that is neither in the plan nor in the library or catalog.",
                    "Choose one from the list, or add the record."));
        }
        return record;
    }

    private void problem(String path, String subject, String sentence, String remedy) {
        problems.add(new Unresolved(path, subject, sentence, remedy));
    }
}
