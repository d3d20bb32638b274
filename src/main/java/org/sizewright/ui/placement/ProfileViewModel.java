package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.advice.ProfileAdvisor;
import org.sizewright.placement.advice.ProfileQuestion;
import org.sizewright.placement.advice.ProfileReplacement;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** Which profile to offer for a need, and what another profile would do to the cluster. */
final class ProfileViewModel {
    private static final String NEW_MACHINES = "new machines";
    private static final int NEW_COUNT = 10;
    private static final double NEW_NEED = 16;

    private final Workspace workspace;
    private final Texts texts;
    private final ProfileWords words;
    private final LatestAnswer answers;
    private final LatestAnswer changes;
    private final ReadOnlyObjectWrapper<Optional<ProfilePage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<ProfilePage.Place> places = List.of();
    private Optional<ProfilePage.Place> place = Optional.empty();
    private String vmClass = "";
    private double need = NEW_NEED;
    private int count = NEW_COUNT;
    private PartitionMode mode = PartitionMode.EQUAL_SIZE;
    private final Set<String> offered = new LinkedHashSet<>();
    private Optional<String> replaced = Optional.empty();
    private Optional<String> by = Optional.empty();
    private List<ProfilePage.Advice> advice = List.of();
    private Optional<ProfilePage.Change> change = Optional.empty();
    private boolean working;
    private String nothing = "";

    ProfileViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        texts = workspace.texts();
        words = new ProfileWords(texts);
        answers = new LatestAnswer(worker, owner);
        changes = new LatestAnswer(worker, owner);
    }

    ReadOnlyObjectProperty<Optional<ProfilePage>> page() {
        return page.getReadOnlyProperty();
    }

    /** Shows the option; what was asked stays asked where its hosts and machines are as before. */
    void show(Optional<OptionResult> result) {
        Optional<ProfilePage.Place> before = place;
        places = ClusterSubject.of(texts, result).stream()
                .flatMap(cluster -> places(cluster).stream())
                .toList();
        place = places.stream()
                .filter(each -> before.filter(each::isSame).isPresent())
                .findFirst()
                .or(() -> places.stream().findFirst());
        if (place.isEmpty()) {
            hide();
            page.set(Optional.empty());
            return;
        }
        Optional<PlacementProblem> now = place.map(each -> each.cluster().problem());
        Optional<PlacementProblem> old = before.map(each -> each.cluster().problem());
        boolean sameQuestion = before.filter(place.get()::isSame).isPresent()
                && old.map(PlacementProblem::vms).equals(now.map(PlacementProblem::vms))
                && old.map(PlacementProblem::policy).equals(now.map(PlacementProblem::policy));
        if (!sameQuestion) {
            begin();
            return;
        }
        // other hosts for the same machines: what was asked stays asked
        boolean sameHosts = old.equals(now);
        if (!sameHosts || !answers.isSettled()) {
            ask();
        }
        if (!sameHosts || !changes.isSettled()) {
            compareProfiles();
        }
    }

    private List<ProfilePage.Place> places(ClusterSubject cluster) {
        List<ProfilePage.Place> found = new ArrayList<>();
        Set<GpuGeometry> seen = new LinkedHashSet<>();
        List<HostGroupSpec> groups = cluster.problem().groups();
        for (int group = 0; group < groups.size(); group++) {
            Optional<GpuGeometry> geometry = groups.get(group).host().geometry();
            if (groups.get(group).count() > 0
                    && geometry.filter(each -> !profiles(each).isEmpty()).isPresent()
                    && seen.add(geometry.get())) {
                found.add(new ProfilePage.Place(
                        cluster,
                        group,
                        texts.get("profiles.place", geometry.get().model(), cluster.name())));
            }
        }
        return found;
    }

    void hide() {
        answers.cancel();
        changes.cancel();
    }

    void choose(ProfilePage.Place other) {
        place = Optional.of(other);
        begin();
    }

    /** Begins with machines of the cluster that have a share of a GPU. */
    private void begin() {
        ClusterSubject cluster = cluster();
        // where each GPU is set as it pays, the mode with fewer of a size is what can be counted on
        mode = cluster.problem().policy().vgpuMode() != Policy.VgpuMode.SAME_SIZE
                        && geometry().mixedSize().isPresent()
                ? PartitionMode.MIXED_SIZE
                : PartitionMode.EQUAL_SIZE;
        List<String> inUse = inUse();
        replaced = inUse.stream().findFirst();
        by = replaced.flatMap(this::next);
        choose(shared().stream().findFirst().map(VmClass::id).orElse(NEW_MACHINES));
        compareProfiles();
    }

    /** The machines to advise on. */
    void choose(ProfilePage.Machines machines) {
        choose(machines.vmClass());
    }

    private void choose(String id) {
        vmClass = id;
        Optional<VmClass> chosen = chosen();
        count = chosen.map(VmClass::count).orElse(NEW_COUNT);
        need = chosen.map(vm -> cluster()
                        .needs()
                        .getOrDefault(VmClass.workloadOf(vm.id()), size(vm.gpu().profile())))
                .orElse(NEW_NEED);
        boolean mig = chosen.filter(vm -> vm.gpu() instanceof GpuNeed.Mig).isPresent()
                || geometry().equalSize().isEmpty();
        offered.clear();
        profiles(geometry()).stream().filter(name -> isMig(name) == mig).forEach(offered::add);
        ask();
    }

    void need(double gib) {
        need = gib;
        ask();
    }

    void count(int machines) {
        count = machines;
        ask();
    }

    void mode(PartitionMode next) {
        mode = next;
        ask();
    }

    void offer(String profile, boolean isOffered) {
        if (isOffered ? offered.add(profile) : offered.remove(profile)) {
            ask();
        }
    }

    void replace(String profile) {
        replaced = Optional.of(profile);
        compareProfiles();
    }

    void by(String profile) {
        by = Optional.of(profile);
        compareProfiles();
    }

    void stop() {
        answers.stop();
        working = false;
        nothing = texts.get("arrivals.trials.stopped");
        tell();
    }

    void ask() {
        if (place.isEmpty()) {
            return;
        }
        advice = List.of();
        ProfileQuestion question = question();
        if (question.offered().isEmpty()) {
            answers.cancel();
            working = false;
            nothing = texts.get("profiles.noneOffered");
            tell();
            return;
        }
        working = true;
        nothing = "";
        tell();
        answers.<List<ProfilePage.Advice>>ask(
                (wanted, tell) -> ProfileAdvisor.standard()
                        .advise(question, wanted)
                        .map(ranked -> ranked.stream()
                                .map(one -> words.advice(question, one))
                                .toList())
                        .ifPresent(tell),
                ranked -> {
                    working = false;
                    advice = ranked;
                    tell();
                });
    }

    /** Says in the Why pane what the verdict on a profile rests on. */
    void explain(ProfilePage.Advice one) {
        workspace.explain(words.why(one, need));
    }

    private void compareProfiles() {
        change = Optional.empty();
        tell();
        Optional<GpuNeed> from = replaced.flatMap(name -> ProfileQuestion.need(geometry(), name));
        Optional<GpuNeed> to = by.flatMap(name -> ProfileQuestion.need(geometry(), name));
        if (from.isEmpty() || to.isEmpty()) {
            changes.cancel();
            return;
        }
        // neither side has pins: those of the profile that is replaced would not hold
        PlacementProblem problem = cluster().problem().withPins(List.of());
        changes.<ProfilePage.Change>ask(
                (wanted, tell) -> tell.accept(words.change(ProfileReplacement.of(
                        problem,
                        from.get(),
                        to.get(),
                        ProvenHosts.orFirstFit(1, () -> !wanted.getAsBoolean())::place))),
                done -> {
                    change = Optional.of(done);
                    tell();
                });
    }

    private ProfileQuestion question() {
        VmClass machines = chosen().map(vm -> vm.withCount(count))
                .orElseGet(() -> VmClass.of(NEW_MACHINES, count, new GpuNeed.None(), 0, 0));
        return new ProfileQuestion(
                cluster().problem(),
                geometry(),
                machines,
                need,
                profiles(geometry()).stream()
                        .filter(offered::contains)
                        .map(name -> new ProfileQuestion.Offer(name, size(name)))
                        .toList(),
                mode);
    }

    private void tell() {
        List<ProfilePage.Machines> choices = new ArrayList<>();
        shared().forEach(vm ->
                choices.add(new ProfilePage.Machines(vm.id(), cluster().text(texts, vm))));
        choices.add(new ProfilePage.Machines(NEW_MACHINES, texts.get("profiles.newMachines")));
        page.set(Optional.of(new ProfilePage(
                places,
                place.orElseThrow(),
                choices,
                choices.stream()
                        .filter(each -> each.vmClass().equals(vmClass))
                        .findFirst()
                        .orElse(choices.getLast()),
                need,
                count,
                mode,
                geometry().mixedSize().isPresent(),
                profiles(geometry()).stream()
                        .map(name -> new ProfilePage.Offered(name, offered.contains(name)))
                        .toList(),
                working,
                advice,
                nothing,
                inUse(),
                profiles(geometry()),
                replaced,
                by,
                change)));
    }

    private ClusterSubject cluster() {
        return place.orElseThrow().cluster();
    }

    private GpuGeometry geometry() {
        ProfilePage.Place here = place.orElseThrow();
        return here.cluster()
                .problem()
                .groups()
                .get(here.group())
                .host()
                .geometry()
                .orElseThrow();
    }

    private Optional<VmClass> chosen() {
        return shared().stream().filter(vm -> vm.id().equals(vmClass)).findFirst();
    }

    /** Classes that have a share of this GPU. */
    private List<VmClass> shared() {
        return cluster().problem().vms().stream()
                .filter(vm ->
                        ProfileQuestion.need(geometry(), vm.gpu().profile()).isPresent())
                .toList();
    }

    private List<String> inUse() {
        return List.copyOf(new LinkedHashSet<>(
                shared().stream().map(vm -> vm.gpu().profile()).toList()));
    }

    /** The next larger profile of the same kind, else the next smaller one. */
    private Optional<String> next(String profile) {
        List<String> kind = profiles(geometry()).stream()
                .filter(name -> isMig(name) == isMig(profile))
                .toList();
        TreeSet<Double> larger = new TreeSet<>();
        kind.forEach(name -> larger.add(size(name)));
        Double size = larger.higher(size(profile));
        Double wanted = size == null ? larger.lower(size(profile)) : size;
        return kind.stream()
                .filter(name -> wanted != null && size(name) == wanted)
                .findFirst();
    }

    private double size(String profile) {
        return cluster().memoryGib(place.orElseThrow().group(), profile);
    }

    private boolean isMig(String profile) {
        return geometry().mig().flatMap(scheme -> scheme.slice(profile)).isPresent();
    }

    /** vGPU types, then MIG profiles; those with media engines are left out: one GPU has but one. */
    private static List<String> profiles(GpuGeometry geometry) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(geometry.equalSize(), geometry.mixedSize(), geometry.mig())
                .flatMap(Optional::stream)
                .flatMap(scheme -> scheme.slices().stream())
                .filter(slice -> slice.group().isEmpty())
                .map(Slice::profile)
                .forEach(names::add);
        return List.copyOf(names);
    }
}
