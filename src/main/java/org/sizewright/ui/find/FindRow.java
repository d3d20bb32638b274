package org.sizewright.ui.find;

import org.sizewright.catalog.CatalogEntry;
import org.sizewright.result.servers.ExcludedServer;
import org.sizewright.result.servers.TriedServer;

/** A line of the table. */
sealed interface FindRow {
    String id();

    CatalogEntry entry();

    /** @param place from 1; servers that are alike share one */
    record Ranked(TriedServer server, int place) implements FindRow {
        @Override
        public String id() {
            return server.id();
        }

        @Override
        public CatalogEntry entry() {
            return server.entry();
        }
    }

    record Excluded(ExcludedServer server) implements FindRow {
        @Override
        public String id() {
            return "excluded " + server.id();
        }

        @Override
        public CatalogEntry entry() {
            return server.entry();
        }
    }
}
