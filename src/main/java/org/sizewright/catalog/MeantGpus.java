package org.sizewright.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;

/**
 * The GPUs of a library that the names of a list may mean. One is a match, several are a question for the user, none is a GPU that
 * the library does not know. Never guesses.
 */
public record MeantGpus(Library library) {
    /** Those that a name may mean; none for a name that was not recognised. */
    public List<Gpu> of(GpuName name) {
        return name.chip()
                .map(chip -> of(chip, name.form().map(GpuForm::text), name.memoryGb()))
                .orElse(List.of());
    }

    /**
     * Those of that chip or catalog name, cut down by form and nominal memory if given.
     *
     * <p>A catalog calls the NVL cards PCIe: with a name that says NVL, the form PCIe accepts them; with the bare chip it does not.
     *
     * @param chip {@code H100}, or a name such as {@code H100 NVL}; case and surrounding spaces do not matter
     * @param form {@code PCIe}, {@code NVL}, {@code SXM5}, or just {@code SXM}
     */
    public List<Gpu> of(String chip, Optional<String> form, OptionalInt memoryGb) {
        String wanted = normal(chip);
        return library.gpus().stream()
                .filter(gpu -> normal(gpu.chip()).equals(wanted) || isNamed(gpu, wanted))
                .filter(gpu -> form.isEmpty() || hasForm(gpu, normal(form.get()), isNamed(gpu, wanted)))
                .filter(gpu -> memoryGb.isEmpty() || gpu.memory().nominalGb() == memoryGb.getAsInt())
                .toList();
    }

    private static boolean isNamed(Gpu gpu, String wanted) {
        return gpu.catalogNames().stream().anyMatch(name -> normal(name).equals(wanted));
    }

    private static boolean hasForm(Gpu gpu, String form, boolean matchedByName) {
        String own = normal(gpu.form());
        return own.equals(form)
                || (form.equals("sxm") && own.startsWith("sxm"))
                || (matchedByName && form.equals("pcie") && own.equals("nvl"));
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
