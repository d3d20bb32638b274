package org.sizewright.ui.accel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.catalog.Catalog;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.GpuName;
import org.sizewright.catalog.MeantGpus;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;

/**
 * How many servers of a catalog come with which GPU. A row that leaves form or memory open counts as possible for each GPU that it
 * may mean.
 */
final class Offers {
    private final Map<GpuId, Integer> sure = new HashMap<>();
    private final Map<GpuId, Integer> possible = new HashMap<>();

    private Offers() {}

    static Offers of(Catalog catalog, Library library) {
        Offers offers = new Offers();
        MeantGpus meant = new MeantGpus(library);
        Map<GpuName, List<Gpu>> known = new HashMap<>();
        for (CatalogEntry entry : catalog.entries()) {
            offers.count(known.computeIfAbsent(entry.gpu(), meant::of));
        }
        return offers;
    }

    private void count(List<Gpu> candidates) {
        Map<GpuId, Integer> counts = candidates.size() == 1 ? sure : possible;
        candidates.forEach(gpu -> counts.merge(gpu.id(), 1, Integer::sum));
    }

    /** Servers that come with exactly this GPU. */
    int sure(GpuId gpu) {
        return sure.getOrDefault(gpu, 0);
    }

    /** Servers that may come with this GPU or with another one. */
    int possible(GpuId gpu) {
        return possible.getOrDefault(gpu, 0);
    }
}
