package org.sizewright.cli;

import java.util.function.Supplier;
import org.sizewright.session.Storage;

/** What commands work with. Read when first asked for: not every command needs the library. */
public final class Environment {
    private final Supplier<Storage> storage;

    /** @param storage called at most once per command */
    public Environment(Supplier<Storage> storage) {
        this.storage = storage;
    }

    Storage storage() {
        return storage.get();
    }
}
