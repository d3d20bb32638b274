package org.sizewright.inventory;

import java.util.List;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.MeantGpus;
import org.sizewright.catalog.Spellings;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;

/**
 * What a server list says about a host: the entries of its model, one for each GPU. A host without entries is no GPU-ready node as far
 * as this list says; that is not the same as one that cannot take a GPU.
 *
 * @param entries of the same vendor and model, in the list's order
 */
public record GpuReadiness(List<CatalogEntry> entries) {
    public GpuReadiness {
        entries = List.copyOf(entries);
    }

    /** Looks a host up by vendor and model, in any of their spellings. */
    public static GpuReadiness of(InventoryHost host, List<CatalogEntry> catalog, Spellings spellings) {
        if (host.vendor().isBlank() || host.model().isBlank()) {
            return new GpuReadiness(List.of());
        }
        String vendor = spellings.vendor(host.vendor()).orElse(host.vendor());
        String key = spellings.modelKey(vendor, host.model());
        return new GpuReadiness(catalog.stream()
                .filter(entry -> entry.vendor().equalsIgnoreCase(vendor)
                        && spellings.modelKey(entry.vendor(), entry.model()).equals(key))
                .toList());
    }

    public boolean isListed() {
        return !entries.isEmpty();
    }

    /** The entry of that GPU, where the list has one that may mean it. */
    public Optional<CatalogEntry> entryFor(Gpu gpu, Library library) {
        return entries.stream()
                .filter(entry -> gpusOf(entry, library).stream()
                        .anyMatch(each -> each.id().equals(gpu.id())))
                .findFirst();
    }

    /** The GPUs that the library knows under the name of an entry. */
    public static List<Gpu> gpusOf(CatalogEntry entry, Library library) {
        return new MeantGpus(library).of(entry.gpu());
    }
}
