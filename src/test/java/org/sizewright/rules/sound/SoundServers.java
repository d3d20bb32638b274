package org.sizewright.rules.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogImporter;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.ImportResult;
import org.sizewright.library.Library;
import org.sizewright.plan.References;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** The bundled library, the sample catalog, and a few servers that it does not have. */
public final class SoundServers implements References {
    private static final String MORE = "more-servers.csv";

    private final SampleReferences sample = new SampleReferences();
    private final ImportResult.Imported more = more();

    private static ImportResult.Imported more() {
        try (InputStream stream = SoundServers.class.getResourceAsStream("/org/sizewright/rules/" + MORE)) {
            if (stream == null) {
                throw new IllegalStateException(MORE + " is not on the class path");
            }
            Reading reading = TableReader.read(stream.readAllBytes(), MORE, Limits.STANDARD);
            return (ImportResult.Imported) CatalogImporter.of(CatalogRulesReader.readShipped())
                    .importTable((Reading.Tables) reading, MORE, "00");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Library library() {
        return sample.library();
    }

    @Override
    public Optional<CatalogEntry> server(EntryId id) {
        return sample.server(id)
                .or(() -> entries().filter(entry -> entry.id().equals(id)).findFirst());
    }

    /** The servers that the sample catalog does not have. */
    Stream<CatalogEntry> entries() {
        return more.entries().stream();
    }
}
