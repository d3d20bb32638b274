package org.sizewright.rules.sound;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogImporter;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.ImportResult;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** What a list of servers leads to when it is imported, as text. */
final class CatalogOutput {
    private static final String LIST = """
            OEM/System Builder,Server Model/Series,NVIDIA GPU,GPU Form Factor,Processor Type,MAX GPU Per Node,MAX CPU Per Node,Validation Type,System Class
            Invented Systems,First server,L40S,PCIe Gen 4,Intel-SapphireRapids,4,2,NVIDIA-Certified,
            """;

    private CatalogOutput() {}

    /**
     * @param row that is added to the list; none if empty
     * @param part {@code entries}, {@code rows} with their fates, or {@code difference} to the list without the row
     */
    static String of(String row, String part) {
        ImportResult.Imported imported = imported(row);
        return switch (part) {
            case "entries" -> imported.entries().stream().map(Object::toString).collect(Collectors.joining("\n"));
            case "rows" -> imported.fates().stream().map(Object::toString).collect(Collectors.joining("\n"));
            case "difference" ->
                CatalogDifference.between(imported(""), imported).toString();
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static ImportResult.Imported imported(String row) {
        Reading reading =
                TableReader.read((LIST + row + "\n").getBytes(StandardCharsets.UTF_8), "list.csv", Limits.STANDARD);
        return (ImportResult.Imported) CatalogImporter.of(CatalogRulesReader.readShipped())
                .importTable((Reading.Tables) reading, "list.csv", "00");
    }
}
