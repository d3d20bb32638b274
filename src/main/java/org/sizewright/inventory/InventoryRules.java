package org.sizewright.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sizewright.catalog.GpuNames;
import org.sizewright.catalog.MeantGpus;
import org.sizewright.catalog.Spellings;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;

/**
 * The words by which an inventory is understood; read from the library by {@link InventoryRulesReader}.
 *
 * @param headers for each field the names of its columns, the strongest first
 * @param hostSheets sheets and files of an RVTools export that hold hosts, as keys
 * @param vmSheets those that hold virtual machines
 * @param running the words of a running machine, as keys
 */
public record InventoryRules(
        Map<InventoryField, List<ColumnName>> headers,
        List<String> hostSheets,
        List<String> vmSheets,
        List<String> running,
        Spellings spellings,
        GpuNames gpus) {
    private static final Pattern NUMBER_SIGN = Pattern.compile("#");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Lenovo's firmware appends the machine type to the model. */
    private static final Pattern MACHINE_TYPE = Pattern.compile("\\s*-\\[[A-Za-z0-9]+\\]-?\\s*$");

    /**
     * A name of a column.
     *
     * @param key its letters, see {@link InventoryRules#key}
     * @param unit the unit that it stands for, for memory
     */
    public record ColumnName(String key, Optional<MemoryUnit> unit) {}

    public InventoryRules {
        headers = Map.copyOf(headers);
        hostSheets = List.copyOf(hostSheets);
        vmSheets = List.copyOf(vmSheets);
        running = List.copyOf(running);
    }

    /** The form under which names of columns and sheets are compared: small letters and digits, # read as number, no plural s. */
    static String key(String text) {
        StringBuilder key = new StringBuilder();
        for (String word :
                NOT_WORD.split(NUMBER_SIGN.matcher(text).replaceAll(" number ").toLowerCase(Locale.ROOT))) {
            key.append(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        }
        return key.toString();
    }

    String vendor(String written) {
        String line = Cells.line(written);
        return spellings.vendor(line).orElse(line);
    }

    String model(String vendor, String written) {
        String line = MACHINE_TYPE.matcher(Cells.line(written)).replaceAll("");
        return line.regionMatches(true, 0, vendor + " ", 0, vendor.length() + 1)
                ? line.substring(vendor.length() + 1)
                : line;
    }

    /** The same GPUs, each with the library's record where its name means exactly one. */
    public List<InstalledGpu> recognise(List<InstalledGpu> gpusRead, Library library) {
        return gpusRead.stream()
                .map(each -> new InstalledGpu(each.name(), each.count(), only(each.name(), library)))
                .toList();
    }

    private Optional<org.sizewright.library.GpuId> only(String name, Library library) {
        List<Gpu> candidates = new MeantGpus(library).of(gpus.parse(name, Optional.empty()));
        return candidates.size() == 1 ? Optional.of(candidates.getFirst().id()) : Optional.empty();
    }
}
