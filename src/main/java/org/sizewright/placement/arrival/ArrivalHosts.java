package org.sizewright.placement.arrival;

import org.sizewright.partition.GpuGeometry;

/**
 * Equal hosts with equal GPUs, all empty.
 *
 * @param hosts at least 1
 * @param gpusPerHost at least 1
 */
public record ArrivalHosts(GpuGeometry geometry, int hosts, int gpusPerHost) {
    /** The most GPUs of a run. */
    public static final int MOST_GPUS = 100_000;

    public ArrivalHosts {
        if (hosts < 1 || gpusPerHost < 1) {
            throw new IllegalArgumentException("there is at least one host, with at least one GPU");
        }
        if ((long) hosts * gpusPerHost > MOST_GPUS) {
            throw new IllegalArgumentException("at most " + MOST_GPUS + " GPUs are simulated");
        }
    }

    int gpus() {
        return hosts * gpusPerHost;
    }

    int hostOf(int gpu) {
        return gpu / gpusPerHost;
    }
}
