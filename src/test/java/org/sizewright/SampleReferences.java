package org.sizewright;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.sizewright.catalog.Catalog;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogImporter;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.ImportResult;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.References;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** The bundled library and the bundled sample catalog. */
public final class SampleReferences implements References {
    private final Library library = LibraryReader.bundled().library();
    private final ImportResult.Imported imported = imported();

    private static ImportResult.Imported imported() {
        String name = "sample-catalog-2023-layout.xlsx";
        try (InputStream stream = SampleReferences.class.getResourceAsStream("/assets/samples/catalogs/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            byte[] content = stream.readAllBytes();
            Reading reading = TableReader.read(content, name, Limits.STANDARD);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return (ImportResult.Imported) CatalogImporter.of(CatalogRulesReader.readShipped())
                    .importTable((Reading.Tables) reading, name, hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportResult.Imported catalogImport() {
        return imported;
    }

    public Catalog catalog() {
        return imported.toCatalog(imported.fileName(), LocalDate.of(2026, 11, 21));
    }

    @Override
    public Library library() {
        return library;
    }

    @Override
    public Optional<CatalogEntry> server(EntryId id) {
        return imported.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }
}
