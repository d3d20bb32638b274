package org.sizewright.inventory;

/** What the constructors of this package demand; the messages can be shown to the user. */
final class InventoryChecks {
    private InventoryChecks() {}

    static void between(String what, int min, int max, int value) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " must be " + min + " to " + max + ", not " + value);
        }
    }
}
