package org.sizewright.ui.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.GpuFacts;
import org.sizewright.library.Gpu;
import org.sizewright.result.servers.ServerGpus;

/**
 * A server of the catalog with the GPUs that it may mean.
 *
 * @param gpus of the library: one is a match, several are a question, none is an unknown GPU
 */
record ServerRow(CatalogEntry entry, List<Gpu> gpus) {
    ServerRow {
        gpus = List.copyOf(gpus);
    }

    String id() {
        return entry.id().value();
    }

    /** Server and GPU in a line. */
    String title() {
        return entry.model() + " \u00b7 " + entry.gpu().displayName();
    }

    /** The form, with its generation where the list names it; empty where it is open or unknown. */
    Optional<String> form() {
        return facts().form();
    }

    /** The forms of the GPUs that it may be. */
    List<String> forms() {
        return gpus.stream().map(Gpu::form).distinct().toList();
    }

    /** Memory of one GPU in GB, from the list or because only one size is possible. */
    OptionalInt memoryGb() {
        return facts().memoryGb();
    }

    GpuFacts facts() {
        return ServerGpus.facts(entry, gpus);
    }

    /** The memory sizes in GB of the GPUs that it may be. */
    List<Integer> sizes() {
        return gpus.stream()
                .map(gpu -> gpu.memory().nominalGb())
                .distinct()
                .sorted()
                .toList();
    }
}
