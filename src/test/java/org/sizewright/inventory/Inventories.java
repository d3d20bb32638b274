package org.sizewright.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** The bundled sample inventories, and texts as inventories. */
public final class Inventories {
    public static final String RVTOOLS = "sample-rvtools.xlsx";
    public static final String FITTINGS = "sample-host-fittings.csv";

    private Inventories() {}

    public static InventoryRules rules() {
        return InventoryRulesReader.readShipped(CatalogRulesReader.readShipped());
    }

    public static Library library() {
        return LibraryReader.bundled().library();
    }

    public static InventoryImporter importer() {
        return InventoryImporter.of(rules(), library());
    }

    public static InventoryImporter.Source sample(String name) {
        try (InputStream stream = Inventories.class.getResourceAsStream("/assets/samples/inventory/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new InventoryImporter.Source(
                    name, (Reading.Tables) TableReader.read(stream.readAllBytes(), name, Limits.STANDARD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InventoryImporter.Source text(String name, String text) {
        return new InventoryImporter.Source(
                name, (Reading.Tables) TableReader.readText(text.strip(), name, Limits.STANDARD));
    }

    public static InventoryResult.Imported read(InventoryImporter.Source... sources) {
        return (InventoryResult.Imported) importer().read(List.of(sources), List.of());
    }

    /** The hosts of both samples: the export, and what somebody typed about slots and power supplies. */
    public static List<InventoryHost> hosts() {
        List<InventoryHost> fitted = read(sample(FITTINGS)).hosts();
        return read(sample(RVTOOLS)).hosts().stream()
                .map(host -> fitted.stream()
                        .filter(each -> each.key().equals(host.key()))
                        .findFirst()
                        .map(each -> each.updatedBy(host))
                        .orElse(host))
                .toList();
    }
}
