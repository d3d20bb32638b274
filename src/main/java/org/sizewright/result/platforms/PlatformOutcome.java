package org.sizewright.result.platforms;

import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Value;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Severity;

/**
 * What an option comes to on a platform.
 *
 * @param profiles of its workloads there, each once
 * @param ways to GPUs there
 * @param impossible what stands in the way, the platform's own limits first
 * @param aiEnterprise whether NVIDIA AI Enterprise has to be licensed, and why
 * @param vmwareCores cores of all hosts that VMware licenses; exactly none where it is not there
 * @param openShift what Red Hat counts; exactly none where it is not there
 * @param failure what happens to the work of a failed host
 * @param maintenance what happens to it before a host is serviced
 */
public record PlatformOutcome(
        PlatformTrial trial,
        OptionResult result,
        List<String> profiles,
        List<GpuWay> ways,
        List<Impossible> impossible,
        String aiEnterprise,
        Value vmwareCores,
        OpenShiftCount openShift,
        String failure,
        String maintenance) {
    public PlatformOutcome {
        profiles = List.copyOf(profiles);
        ways = List.copyOf(ways);
        impossible = List.copyOf(impossible);
    }

    public Value hosts() {
        return value(result.sizing().cluster.totalHosts);
    }

    public Value gpus() {
        return value(result.sizing().cluster.totalGpus);
    }

    /** Power of the site at full load in kW. */
    public Value power() {
        return value(result.sizing().site.sitePower);
    }

    public Value units() {
        return value(result.sizing().cluster.totalUnits);
    }

    /** In TiB. */
    public Value datastore() {
        return value(result.sizing().storage.datastore);
    }

    /** AI Enterprise licences, one per GPU, where it is licensed. */
    public Value licences() {
        return value(result.sizing().cluster.totalLicences);
    }

    private Value value(Figure figure) {
        return result.figures().value(figure);
    }

    public long open(Severity severity) {
        return result.open(severity);
    }

    /** Whether everything has its place and nothing stands in the way. */
    public boolean works() {
        return impossible.isEmpty() && result.placements().stream().allMatch(ClusterPlacement::isComplete);
    }

    /** Whether every tolerated failure of a host leaves room for what must restart. */
    public boolean hasRoomForFailures() {
        return result.placements().stream().allMatch(placed -> placed.isSurvived() && placed.isComplete());
    }
}
