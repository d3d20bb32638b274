package org.sizewright.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** The sample lists under src/test/resources/catalog, and lists typed into tests. */
final class Samples {
    static final CatalogRules RULES = CatalogRulesReader.readShipped();

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no such resource: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportResult.Imported sample(String name) {
        return imported(TableReader.read(bytes("/catalog/" + name), name, Limits.STANDARD), name);
    }

    static ImportResult.Imported text(String text) {
        return imported(TableReader.readText(text, "pasted", Limits.STANDARD), "pasted");
    }

    static ImportResult result(Reading reading, String name) {
        return switch (reading) {
            case Reading.Tables tables -> CatalogImporter.of(RULES).importTable(tables, name, "0".repeat(64));
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.sentence());
        };
    }

    private static ImportResult.Imported imported(Reading reading, String name) {
        return switch (result(reading, name)) {
            case ImportResult.Imported imported -> imported;
            case ImportResult.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }
}
