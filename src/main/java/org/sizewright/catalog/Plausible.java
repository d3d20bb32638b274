package org.sizewright.catalog;

/** The largest counts per server that are believed; a larger one is more likely a mistake of the list. */
final class Plausible {
    /** servers with 20 single-width cards are the densest seen */
    static final int CARDS = 20;
    /** two HGX boards of 8 */
    static final int HGX_GPUS = 16;
    /** an NVL72 rack */
    static final int RACK_GPUS = 72;

    private static final int RACK_CPUS = 36;
    private static final int CPUS = 16;

    private Plausible() {}

    static int gpus(GpuName gpu) {
        if (isRack(gpu)) {
            return RACK_GPUS;
        }
        return gpu.form().filter(form -> form == GpuForm.SXM).isPresent() ? HGX_GPUS : CARDS;
    }

    static int cpus(GpuName gpu) {
        return isRack(gpu) ? RACK_CPUS : CPUS;
    }

    private static boolean isRack(GpuName gpu) {
        return gpu.flags().contains(GpuFlag.RACK_SCALE)
                || gpu.form().filter(form -> form == GpuForm.SUPERCHIP).isPresent();
    }
}
