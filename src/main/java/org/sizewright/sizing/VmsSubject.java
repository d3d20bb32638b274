package org.sizewright.sizing;

import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.Workload.GpuVms;

/** Equal VMs with GPUs: shares of them with the profile that was chosen, or whole ones of the model that the hosts have. */
public record VmsSubject(RowKey row, GpuVms workload, GpuShare share, Gpu gpu) {
    /** What each of them gets, in words. */
    public String profile() {
        return switch (share) {
            case GpuShare.Whole whole -> whole.gpus() == 1 ? "one whole GPU" : whole.gpus() + " whole GPUs";
            case GpuShare.Shared shared -> shared.profile();
        };
    }

    /** How many vGPUs, MIG instances or whole GPUs each of them gets. */
    public int devices() {
        return switch (share) {
            case GpuShare.Whole whole -> whole.gpus();
            case GpuShare.Shared shared -> shared.parts().size();
        };
    }

    /** How many of them one GPU carries that carries nothing else; empty if that is unknown or they differ. */
    Optional<Integer> mostPerGpu() {
        return switch (share) {
            case GpuShare.Whole whole -> Optional.of(1);
            case GpuShare.Fraction fraction -> fraction.mostPerGpu();
            case GpuShare.Several several -> several.equalPart().flatMap(GpuShare.Fraction::mostPerGpu);
        };
    }
}
