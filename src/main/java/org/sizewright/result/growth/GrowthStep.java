package org.sizewright.result.growth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Value;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.SupportEnd;
import org.sizewright.sizing.Sizing;

/**
 * The plan on one date.
 *
 * @param months after day 1
 * @param result as it was calculated with the load of that date
 * @param hosts of each group, with what is bought for that date
 * @param failure why no number of hosts carries the load; empty if it is carried
 * @param licencesToOrder AI Enterprise licences for what is bought, less those that come with the GPUs
 * @param datastoreToAdd TiB beyond the largest datastore before
 * @param ends what is no longer in support on that date, and was on the date before
 */
public record GrowthStep(
        int months,
        LocalDate date,
        OptionResult result,
        List<StepHosts> hosts,
        Optional<String> failure,
        Value licencesToOrder,
        Value datastoreToAdd,
        List<SupportEnd> ends) {
    public GrowthStep {
        hosts = List.copyOf(hosts);
        ends = List.copyOf(ends);
    }

    /** All hosts; those that are there already count too. */
    public int totalHosts() {
        return hosts.stream().mapToInt(StepHosts::hosts).sum();
    }

    public int totalGpus() {
        return hosts.stream()
                .mapToInt(each -> each.hosts() * each.gpusPerHost())
                .sum();
    }

    public int hostsBought() {
        return hosts.stream().mapToInt(StepHosts::bought).sum();
    }

    public int gpusBought() {
        return hosts.stream().mapToInt(StepHosts::gpusBought).sum();
    }

    /** Whether all machines have their places and what must survives does. */
    public boolean carries() {
        return failure.isEmpty();
    }

    /** Hosts that find no rack. */
    public int hostsWithoutRack() {
        return result.racks().hostsWithout();
    }

    /** Racks that hold at least one host of the option. */
    public int racks() {
        return (int) result.racks().hosts().stream()
                .filter(rack -> rack.stream().anyMatch(hosts -> hosts > 0))
                .count();
    }

    /** Power of the site at full load, what is there included, in kW. */
    public Value power() {
        return result.figures().value(sizing().site.sitePower);
    }

    /** What the site gives with one feed lost, in kW. */
    public Value usablePower() {
        return result.figures().value(sizing().site.usablePower);
    }

    public Value units() {
        return result.figures().value(sizing().cluster.totalUnits);
    }

    public Value licences() {
        return result.figures().value(sizing().cluster.totalLicences);
    }

    /** In TiB. */
    public Value datastore() {
        return result.figures().value(sizing().storage.datastore);
    }

    private Sizing sizing() {
        return result.sizing();
    }
}
