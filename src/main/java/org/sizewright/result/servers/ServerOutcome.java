package org.sizewright.result.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.sizewright.placement.Proof;
import org.sizewright.placement.RackFit;
import org.sizewright.placement.RackLimit;
import org.sizewright.placement.SiteLimits;

/**
 * What a server comes to in the place of the hosts of a plan.
 *
 * @param hosts the fewest hosts found that carry everything, those included that may fail
 * @param proof why so many
 * @param gpusPerHost GPUs in each
 * @param sockets processors in each
 * @param hostWatts draw of one host at full load; empty if unknown
 * @param hostWattsAtLeast what its GPUs alone draw
 * @param fit the racks with all hosts of the option
 * @param kind which of the kinds in the racks these hosts are
 */
public record ServerOutcome(
        int hosts,
        Proof proof,
        int gpusPerHost,
        int sockets,
        OptionalDouble hostWatts,
        double hostWattsAtLeast,
        RackFit.Fit fit,
        int kind) {
    /** What the site says. Declared from the best to the worst. */
    public enum Verdict {
        /** all hosts have a rack, by every limit */
        FITS,
        /** all hosts have a rack by what is known; some limit could not be judged */
        OPEN,
        /** hosts find no rack */
        BEYOND
    }

    /** Equal hosts as the racks take them. */
    public RackFit.Hosts host() {
        return fit.kinds().get(kind);
    }

    /** How many go into each rack, and what binds there. */
    public SiteLimits.Kind limits() {
        return fit.limits().kinds().get(kind);
    }

    /** What the site says of these hosts. */
    public Verdict verdict() {
        if (fit.hostsWithout() > 0 || gpusAlone().hostsWithout() > 0) {
            return Verdict.BEYOND;
        }
        return open().isEmpty() ? Verdict.FITS : Verdict.OPEN;
    }

    /** The limits that could not be judged for these hosts. */
    public List<RackLimit> open() {
        return limits().open();
    }

    /** The racks if each host drew only what its GPUs draw; the same as the fit where its power is known. */
    public RackFit.Fit gpusAlone() {
        return hostWatts.isPresent()
                ? fit
                : refitted(new RackFit.Hosts(
                        hosts, OptionalDouble.of(hostWattsAtLeast), host().units(), host().kilograms()));
    }

    /** Racks that hold at least one of these hosts. */
    public int racks() {
        return (int) fit.hosts().stream().filter(rack -> rack.get(kind) > 0).count();
    }

    /** Power of these hosts at full load; empty if unknown. */
    public OptionalDouble watts() {
        return hostWatts.isPresent() ? OptionalDouble.of(hosts * hostWatts.getAsDouble()) : OptionalDouble.empty();
    }

    public double wattsAtLeast() {
        return hosts * hostWatts.orElse(hostWattsAtLeast);
    }

    /** Rack units of these hosts; empty if unknown. */
    public OptionalDouble units() {
        OptionalDouble each = host().units();
        return each.isPresent() ? OptionalDouble.of(hosts * each.getAsDouble()) : OptionalDouble.empty();
    }

    /** The same server if so many hosts were enough. */
    ServerOutcome withHosts(int changed) {
        return new ServerOutcome(
                changed,
                proof,
                gpusPerHost,
                sockets,
                hostWatts,
                hostWattsAtLeast,
                refitted(new RackFit.Hosts(changed, host().watts(), host().units(), host().kilograms())),
                kind);
    }

    /** The same server if a host needed this much. */
    ServerOutcome withHost(OptionalDouble watts, OptionalDouble units) {
        return withHost(watts, units, host().kilograms());
    }

    ServerOutcome withHost(OptionalDouble watts, OptionalDouble units, OptionalDouble kilograms) {
        return new ServerOutcome(
                hosts,
                proof,
                gpusPerHost,
                sockets,
                watts,
                Math.min(hostWattsAtLeast, watts.orElse(hostWattsAtLeast)),
                refitted(new RackFit.Hosts(hosts, watts, units, kilograms)),
                kind);
    }

    /** The same server in racks with this much more power and cooling each. */
    ServerOutcome withMorePerRack(double watts) {
        List<RackFit.Room> larger = fit.racks().stream()
                .map(room -> new RackFit.Room(
                        room.watts() + watts,
                        room.units(),
                        room.kilograms(),
                        room.coolingWatts().isPresent()
                                ? OptionalDouble.of(room.coolingWatts().getAsDouble() + watts)
                                : OptionalDouble.empty()))
                .toList();
        return new ServerOutcome(
                hosts,
                proof,
                gpusPerHost,
                sockets,
                hostWatts,
                hostWattsAtLeast,
                RackFit.fit(larger, fit.kinds()),
                kind);
    }

    private RackFit.Fit refitted(RackFit.Hosts changed) {
        List<RackFit.Hosts> kinds = new ArrayList<>(fit.kinds());
        kinds.set(kind, changed);
        return RackFit.fit(fit.racks(), kinds);
    }
}
