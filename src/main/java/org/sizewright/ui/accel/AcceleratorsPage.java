package org.sizewright.ui.accel;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.library.accelerator.AcceleratorQuery;

/**
 * What the screen shows.
 *
 * @param query what is asked for
 * @param found the GPUs that answer to it
 * @param undecided those of which one fact that it takes is not known
 * @param all how many the library has
 * @param chosen those that are side by side, in the order of their letters
 * @param selected the GPU that is explained
 */
record AcceleratorsPage(
        AcceleratorQuery query,
        List<GpuRow> found,
        List<Accelerator> undecided,
        int all,
        List<GpuRow> chosen,
        Optional<Accelerator> selected) {
    AcceleratorsPage {
        found = List.copyOf(found);
        undecided = List.copyOf(undecided);
        chosen = List.copyOf(chosen);
    }
}
