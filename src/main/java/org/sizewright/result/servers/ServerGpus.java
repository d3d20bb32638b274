package org.sizewright.result.servers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.GpuFacts;
import org.sizewright.catalog.GpuName;
import org.sizewright.catalog.MeantGpus;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;

/** Which GPUs of a library the names of a list may mean. Remembers each name, so one instance serves one list and one thread. */
public final class ServerGpus {
    private final MeantGpus meant;
    private final Map<GpuName, List<Gpu>> known = new HashMap<>();

    public ServerGpus(Library library) {
        meant = new MeantGpus(library);
    }

    /** The GPUs that the entry's may be: one is a match, several are a question, none is unknown to the library. */
    public List<Gpu> of(CatalogEntry entry) {
        return known.computeIfAbsent(entry.gpu(), meant::of);
    }

    /** Form and memory, from the list or because all the GPUs that it may be have the same. */
    public GpuFacts facts(CatalogEntry entry) {
        return facts(entry, of(entry));
    }

    /** The same, for the GPUs that it may be. */
    public static GpuFacts facts(CatalogEntry entry, List<Gpu> gpus) {
        GpuFacts stated = GpuFacts.stated(entry);
        List<String> forms = gpus.stream().map(Gpu::form).distinct().toList();
        List<Integer> sizes =
                gpus.stream().map(gpu -> gpu.memory().nominalGb()).distinct().toList();
        Optional<String> onlyForm = forms.size() == 1 ? Optional.of(forms.getFirst()) : Optional.empty();
        OptionalInt onlySize = sizes.size() == 1 ? OptionalInt.of(sizes.getFirst()) : OptionalInt.empty();
        return new GpuFacts(
                stated.form().or(() -> onlyForm), stated.memoryGb().isPresent() ? stated.memoryGb() : onlySize);
    }
}
