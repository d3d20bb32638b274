package org.sizewright.sizing.storage;

/** What something on the datastore is for, in reading order. */
public enum Purpose {
    WEIGHTS("weights", "Model weights"),
    CHECKPOINTS("checkpoints", "Checkpoints"),
    VECTORS("vectors", "Vectors and their texts"),
    HOMES("homes", "Home directories"),
    DISKS("disks", "Disks of VMs"),
    IMAGES("images", "Container images");

    private final String id;
    private final String title;

    Purpose(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }
}
