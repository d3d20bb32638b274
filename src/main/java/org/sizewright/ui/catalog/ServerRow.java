package org.sizewright.ui.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.GpuForm;
import org.sizewright.catalog.GpuName;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;

/**
 * A catalog entry with the GPUs of the library that it may mean.
 *
 * @param gpus one where the entry is clear, several where it leaves form or memory open, none where the library has no such GPU
 */
record ServerRow(CatalogEntry entry, List<Gpu> gpus) {
    ServerRow {
        gpus = List.copyOf(gpus);
    }

    static ServerRow of(CatalogEntry entry, Library library) {
        GpuName name = entry.gpu();
        Optional<Integer> memory =
                name.memoryGb().isPresent() ? Optional.of(name.memoryGb().getAsInt()) : Optional.empty();
        return new ServerRow(
                entry,
                name.chip()
                        .map(chip -> library.candidates(chip, name.form().map(GpuForm::text), memory))
                        .orElse(List.of()));
    }

    String id() {
        return entry.id().value();
    }

    /** The form, with its generation where the list names it; empty where it is open or unknown. */
    Optional<String> form() {
        return entry.gpu()
                .connector()
                .or(() -> entry.gpu().form().map(GpuForm::text))
                .or(() -> forms().size() == 1 ? Optional.of(forms().getFirst()) : Optional.empty());
    }

    /** The forms of the GPUs that it may be. */
    List<String> forms() {
        return gpus.stream().map(Gpu::form).distinct().toList();
    }

    /** Memory of one GPU in GB, from the list or because only one size is possible. */
    OptionalInt memoryGb() {
        if (entry.gpu().memoryGb().isPresent()) {
            return entry.gpu().memoryGb();
        }
        return sizes().size() == 1 ? OptionalInt.of(sizes().getFirst()) : OptionalInt.empty();
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
