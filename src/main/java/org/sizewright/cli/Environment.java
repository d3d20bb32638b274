package org.sizewright.cli;

import java.util.function.Function;
import java.util.function.Supplier;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.session.Storage;

/** What commands work with. Read when first asked for: not every command needs the library. */
public final class Environment {
    private final Function<LibraryChoice, Storage> storage;

    /** @param storage called at most once per command */
    public Environment(Function<LibraryChoice, Storage> storage) {
        this.storage = storage;
    }

    /** One storage, whatever library is asked for. */
    static Environment of(Supplier<Storage> storage) {
        return new Environment(choice -> storage.get());
    }

    /** How foreign lists are understood; needs no library. */
    CatalogRules rules() {
        return CatalogRulesReader.readShipped();
    }

    /** With the shipped library alone, so that the result does not depend on the user. */
    Storage storage() {
        return storage(new LibraryChoice.ShippedOnly());
    }

    Storage storage(LibraryChoice choice) {
        return storage.apply(choice);
    }
}
