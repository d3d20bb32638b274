package org.sizewright.result.platforms;

import java.util.Optional;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.library.SupplyRecord.Metric;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.setting.Choices.Below;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.result.OptionResult;

/**
 * Subscriptions that Red Hat counts for the compute nodes of an option: machines by their virtual CPUs, or hosts by their sockets and
 * cores. Nodes of the control plane and of the infrastructure are not counted, and the plan has none.
 *
 * @param subscriptions none on another platform; unknown where the plan or the library does not say enough
 * @param metric that it is counted by
 * @param formula how the count comes about, in words
 */
public record OpenShiftCount(Value subscriptions, Optional<Metric> metric, String formula) {
    private static final String BY_VCPU = "openshift-core-pair";
    private static final String BY_HOST = "openshift-socket-pair";

    public static OpenShiftCount of(OptionResult result) {
        if (result.option().option().platform() != Platform.OPENSHIFT) {
            return new OpenShiftCount(Value.of(0), Optional.empty(), "");
        }
        Library library = result.plan().library();
        return result.option()
                .option()
                .setup()
                .platform()
                .get(PlatformSettings.OPENSHIFT_ON)
                .map(below -> below == Below.VSPHERE
                        ? byVcpu(result, library.licenceMetric(BY_VCPU))
                        : byHost(result, library.licenceMetric(BY_HOST)))
                .orElseGet(() -> unknown("the plan does not say what OpenShift runs on"));
    }

    private static OpenShiftCount byVcpu(OptionResult result, Optional<Metric> metric) {
        Optional<Integer> perUnit = metric.flatMap(Metric::vcpuPerUnit);
        if (perUnit.isEmpty()) {
            return unknown("how machines are counted is not in the library");
        }
        long vcpu = 0;
        for (ClusterPlacement placed : result.placements()) {
            for (VmClass vms : placed.whole().vms()) {
                vcpu += (long) vms.count() * vms.vcpu();
            }
        }
        return new OpenShiftCount(
                Value.of(Math.ceilDiv(vcpu, perUnit.get())),
                metric,
                vcpu + " vCPU of all machines, " + perUnit.get() + " to a subscription, rounded up once");
    }

    private static OpenShiftCount byHost(OptionResult result, Optional<Metric> metric) {
        Optional<Integer> sockets = metric.flatMap(Metric::socketsPerUnit);
        Optional<Integer> cores = metric.flatMap(Metric::coresPerUnit);
        if (sockets.isEmpty() || cores.isEmpty()) {
            return unknown("how hosts are counted is not in the library");
        }
        long count = 0;
        for (ClusterPlacement placed : result.placements()) {
            for (int i = 0; i < placed.cluster().groups().size(); i++) {
                HostGroup group = placed.cluster().groups().get(i).group();
                count += (long) placed.whole().groups().get(i).count()
                        * perHost(group.sockets(), group.coresPerSocket(), sockets.get(), cores.get());
            }
        }
        return new OpenShiftCount(
                Value.of(count),
                metric,
                "hosts x the larger of sockets by " + sockets.get() + " and cores by " + cores.get()
                        + ", rounded up for each host");
    }

    /** A host takes whole subscriptions, by its sockets or by its cores, whichever is more. */
    static int perHost(int sockets, int coresPerSocket, int socketsPerUnit, int coresPerUnit) {
        return Math.max(Math.ceilDiv(sockets, socketsPerUnit), Math.ceilDiv(sockets * coresPerSocket, coresPerUnit));
    }

    private static OpenShiftCount unknown(String why) {
        return new OpenShiftCount(Value.unknown(why), Optional.empty(), "");
    }
}
