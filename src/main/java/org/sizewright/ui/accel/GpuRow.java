package org.sizewright.ui.accel;

import java.util.Optional;
import org.sizewright.library.Gpu;
import org.sizewright.library.accelerator.Accelerator;

/**
 * A GPU as the screen shows it.
 *
 * @param letter its letter among those that are side by side
 * @param own whether its record comes from the user's own files
 */
record GpuRow(Accelerator accelerator, Optional<String> letter, boolean own) {
    Gpu gpu() {
        return accelerator.gpu();
    }

    String id() {
        return accelerator.id().value();
    }
}
