package org.sizewright.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One GPU that an incomplete name may mean.
 *
 * @param chip the chip or card, such as {@code H100}
 * @param form the form, if the candidate has one
 * @param memoryGb memory in GB (10^9 bytes, as on the label), if that tells candidates apart
 */
public record GpuCandidate(String chip, Optional<GpuForm> form, OptionalInt memoryGb) {
    public GpuCandidate {
        Objects.requireNonNull(chip, "chip");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(memoryGb, "memoryGb");
    }

    /** For example {@code H100 SXM 80 GB}. */
    public String text() {
        String named = form.filter(f -> f != GpuForm.MODULE && f != GpuForm.SUPERCHIP)
                .map(f -> chip + " " + f.text())
                .orElse(chip);
        return memoryGb.isPresent() ? named + " " + memoryGb.getAsInt() + " GB" : named;
    }
}
