package org.sizewright.placement.maintenance;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.sizewright.library.VmotionStun;
import org.sizewright.placement.maintenance.Standstill.Basis;

/**
 * Estimates how long machines stand still during vMotion, from what was measured: a frame buffer between two rows lies on the line
 * between them, a larger one on the line through the last two, and the time is inversely proportional to the bandwidth. Only rows
 * are measured; everything else is an inference and says so.
 *
 * @param measured the table; empty where the library has none
 * @param gbps bandwidth of the vMotion network; that of the table where it is unknown
 */
public record StandstillTable(Optional<VmotionStun> measured, OptionalDouble gbps) {
    /**
     * Of a machine with these vGPUs, which are copied one after the other.
     *
     * @param frameBuffersGb of each vGPU in GB
     */
    public Standstill of(List<Double> frameBuffersGb) {
        if (frameBuffersGb.isEmpty()) {
            return new Standstill.None();
        }
        if (measured.isEmpty()) {
            return new Standstill.Unknown("The library has no table of standstills by vMotion.");
        }
        VmotionStun table = measured.get();
        Set<Basis> basis = EnumSet.noneOf(Basis.class);
        double bandwidth = gbps.orElse(table.gbps());
        if (bandwidth != table.gbps()) {
            basis.add(Basis.SCALED);
        }
        double seconds = 0;
        for (double size : frameBuffersGb) {
            seconds += seconds(table.rows(), size, basis);
        }
        return new Standstill.Estimate(seconds * table.gbps() / bandwidth, bandwidth, basis);
    }

    private static double seconds(List<VmotionStun.Row> rows, double size, Set<Basis> basis) {
        VmotionStun.Row before = rows.getFirst();
        if (size <= before.frameBufferGb()) {
            if (size < before.frameBufferGb()) {
                basis.add(Basis.BETWEEN);
            }
            return before.seconds();
        }
        for (VmotionStun.Row row : rows.subList(1, rows.size())) {
            if (size == row.frameBufferGb()) {
                return row.seconds();
            }
            if (size < row.frameBufferGb()) {
                basis.add(Basis.BETWEEN);
                return line(before, row, size);
            }
            before = row;
        }
        basis.add(Basis.BEYOND);
        return line(rows.get(rows.size() - 2), rows.getLast(), size);
    }

    private static double line(VmotionStun.Row from, VmotionStun.Row to, double size) {
        return from.seconds()
                + (to.seconds() - from.seconds())
                        * (size - from.frameBufferGb())
                        / (to.frameBufferGb() - from.frameBufferGb());
    }

    /** Whether older releases may give up a move that takes so long; never where it is not known. */
    public boolean isBeyondLimit(Standstill standstill) {
        return standstill instanceof Standstill.Estimate estimate
                && measured.filter(table -> estimate.seconds() >= table.limitSeconds())
                        .isPresent();
    }
}
