package org.sizewright.ui.cluster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.figure.Cell;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Rack;
import org.sizewright.plan.RackId;
import org.sizewright.plan.Site;
import org.sizewright.quantity.Watts;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** What the cluster screen shows, and the edits that it makes. */
public final class ClusterViewModel {
    private static final int USUAL_UNITS = 42;

    private final Workspace workspace;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<ClusterPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OptionId> live = Optional.empty();

    public ClusterViewModel(Workspace workspace) {
        this.workspace = workspace;
        texts = workspace.texts();
    }

    public void show(SessionState state) {
        Option option = state.plan().liveOption();
        live = Optional.of(option.id());
        GroupParts groups = new GroupParts(texts, state);
        page.set(Optional.of(new ClusterPage(
                option.name(),
                option.platform(),
                option.clusters().stream()
                        .map(cluster -> new ClusterPage.ClusterPart(
                                cluster,
                                cluster.groups().stream()
                                        .map(group -> groups.of(cluster, group))
                                        .toList(),
                                MixParts.of(texts, state, cluster)))
                        .toList(),
                new SiteParts(texts, state).of(),
                state.calculating())));
    }

    /** Empty until a state was shown. */
    ReadOnlyObjectProperty<Optional<ClusterPage>> page() {
        return page.getReadOnlyProperty();
    }

    void explain(Cell cell) {
        workspace.explain(cell);
    }

    void explain(Why why) {
        workspace.explain(why);
    }

    /** Remembers a record in the user's own library. */
    void keep(LibraryRecord record) {
        workspace.keep(record);
    }

    void goTo(String path) {
        workspace.goTo(path);
    }

    void setPlatform(Option.Platform platform) {
        edit(texts.get("cluster.edit.platform", platform.title()), option -> option.withPlatform(platform));
    }

    /** Changes the rules or the name of a cluster. */
    void change(ClusterId id, String what, String value, UnaryOperator<Cluster> change) {
        edit(
                texts.get("cluster.edit.one", what, value),
                option -> option.cluster(id)
                        .map(cluster -> option.withCluster(change.apply(cluster)))
                        .orElse(option));
    }

    /** Changes a field of a group of hosts. */
    void change(ClusterId cluster, HostGroup group, String what, String value, UnaryOperator<HostGroup> change) {
        GroupId id = group.id();
        edit(
                texts.get("cluster.edit.of", what, group.name(), value),
                option -> option.cluster(cluster)
                        .map(found -> found.groups().stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst()
                                .map(each -> option.withCluster(found.withGroup(change.apply(each))))
                                .orElse(option))
                        .orElse(option));
    }

    /** Takes existing hosts out of a cluster; the last group of a cluster stays. */
    void removeGroup(ClusterId cluster, HostGroup group) {
        edit(
                texts.get("cluster.edit.removeGroup", group.name()),
                option -> option.cluster(cluster)
                        .map(found -> option.withCluster(found.withoutGroup(group.id())))
                        .orElse(option));
    }

    void changeSite(String what, String value, UnaryOperator<Site> change) {
        workspace.edit(PlanEdit.of(
                texts.get("cluster.edit.one", what, value), plan -> plan.withSite(change.apply(plan.site()))));
    }

    /** Changes a field of a rack. */
    void change(Rack rack, String what, String value, UnaryOperator<Rack> change) {
        RackId id = rack.id();
        workspace.edit(PlanEdit.of(
                texts.get("cluster.edit.of", what, rack.name(), value),
                plan -> plan.site().racks().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(each -> plan.withSite(plan.site().withRack(change.apply(each))))
                        .orElse(plan)));
    }

    /** Adds a rack like the last one, with nothing in it; the first one has no power until somebody says how much. */
    void addRack() {
        workspace.edit(PlanEdit.of(texts.get("cluster.edit.addRack"), plan -> {
            List<Rack> racks = new ArrayList<>(plan.site().racks());
            int number = freeNumber(plan);
            RackId id = RackId.of("r" + number);
            String name = texts.get("cluster.rack.name", number);
            racks.add(
                    racks.isEmpty()
                            ? new Rack(
                                    id,
                                    name,
                                    Watts.of(0),
                                    2,
                                    USUAL_UNITS,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Rack.Existing.NOTHING)
                            : like(racks.getLast(), id, name));
            return plan.withSite(plan.site().withRacks(racks));
        }));
    }

    void removeRack(Rack rack) {
        workspace.edit(PlanEdit.of(
                texts.get("cluster.edit.removeRack", rack.name()),
                plan -> plan.withSite(plan.site()
                        .withRacks(plan.site().racks().stream()
                                .filter(each -> !each.id().equals(rack.id()))
                                .toList()))));
    }

    /** A number as an edit names it. */
    static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Rack like(Rack last, RackId id, String name) {
        return new Rack(
                id,
                name,
                last.usablePerFeed(),
                last.feeds(),
                last.units(),
                last.maxLoad(),
                last.cooling(),
                Rack.Existing.NOTHING);
    }

    private static int freeNumber(Plan plan) {
        int number = 1;
        while (isTaken(plan, RackId.of("r" + number))) {
            number++;
        }
        return number;
    }

    private static boolean isTaken(Plan plan, RackId id) {
        return plan.site().racks().stream().anyMatch(rack -> rack.id().equals(id));
    }

    /** The option is the one that was shown, whatever is live when the edit runs. */
    private void edit(String label, UnaryOperator<Option> change) {
        live.ifPresent(id -> workspace.edit(PlanEdit.of(
                label,
                plan -> plan.option(id)
                        .map(option -> plan.withOption(change.apply(option)))
                        .orElse(plan))));
    }
}
