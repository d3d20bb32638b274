package org.sizewright.result.servers;

import java.util.List;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Gpu;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.Settings;

/**
 * Puts a server with a GPU in the place of the one that the first host group of an option has which is to be bought; hosts that are
 * there stay what they are.
 *
 * @param option the option to change
 */
public record UseServer(OptionId option, CatalogEntry server, Gpu gpu) {
    static final String NO_HOSTS = "Add hosts to buy to the option before choosing their server.";

    /** The group whose server would be replaced. */
    public static Optional<HostGroup> group(Plan plan, OptionId option) {
        return plan.option(option).flatMap(UseServer::cluster).flatMap(UseServer::toBuy);
    }

    /** Whether the plan has it so already. */
    public boolean isDone(Plan plan) {
        return group(plan, option)
                .filter(group ->
                        group.server().equals(server.id()) && group.gpu().equals(gpu.id()))
                .isPresent();
    }

    /** GPUs per host: the most that the list allows, or what the group has where it does not say. */
    public int gpusPerHost(HostGroup group) {
        return server.maxGpu().orElse(group.gpusPerHost());
    }

    /**
     * The plan with this server; processors are cut to what it takes, and what was stated of the network cards and slots of the server
     * before is left out.
     *
     * @throws IllegalArgumentException with a sentence for the user if the option has no hosts to buy
     */
    public Plan apply(Plan plan) {
        Option changed = plan.option(option)
                .orElseThrow(() -> new IllegalArgumentException("That option is no longer in the plan."));
        Cluster cluster = cluster(changed).orElseThrow(() -> new IllegalArgumentException(NO_HOSTS));
        HostGroup group = toBuy(cluster).orElseThrow();
        HostGroup replaced = group.withServer(server.id(), gpu.id(), gpusPerHost(group))
                .withSockets(Math.min(group.sockets(), server.maxCpu().orElse(group.sockets())));
        return plan.withOption(changed.withCluster(cluster.withGroup(replaced))
                .withSetup(changed.setup().with(group.id(), UseServer::ofAnyServer)));
    }

    /**
     * The plan with hosts of this server as one more kind beside the others to buy; as many of each as are cheapest where both are on
     * AUTO.
     *
     * @throws IllegalArgumentException with a sentence for the user if the option has no hosts to buy
     */
    public Plan addTo(Plan plan) {
        Option changed = plan.option(option)
                .orElseThrow(() -> new IllegalArgumentException("That option is no longer in the plan."));
        Cluster cluster = cluster(changed).orElseThrow(() -> new IllegalArgumentException(NO_HOSTS));
        HostGroup like = toBuy(cluster).orElseThrow();
        HostGroup added = like.asNew(freeId(changed), server.model())
                .withServer(server.id(), gpu.id(), gpusPerHost(like))
                .withSockets(Math.min(like.sockets(), server.maxCpu().orElse(like.sockets())))
                .withCount(HostCount.auto());
        return plan.withOption(changed.withCluster(cluster.withNewGroup(added)));
    }

    /** Without what was counted in the hosts of the server before: it is not known of this one. */
    private static Settings ofAnyServer(Settings stated) {
        return stated.without(HostSettings.GPU_NICS)
                .without(HostSettings.NICS)
                .without(HostSettings.NIC_WITH_GPU)
                .without(HostSettings.PATTERN)
                .without(HostSettings.GPUS_AT_FIRST_SOCKET);
    }

    private static GroupId freeId(Option option) {
        List<GroupId> taken = option.clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .map(HostGroup::id)
                .toList();
        int number = taken.size() + 1;
        while (taken.contains(GroupId.of("g" + number))) {
            number++;
        }
        return GroupId.of("g" + number);
    }

    private static Optional<Cluster> cluster(Option option) {
        return option.clusters().stream()
                .filter(cluster -> toBuy(cluster).isPresent())
                .findFirst();
    }

    private static Optional<HostGroup> toBuy(Cluster cluster) {
        return cluster.groups().stream().filter(group -> !group.isExisting()).findFirst();
    }
}
