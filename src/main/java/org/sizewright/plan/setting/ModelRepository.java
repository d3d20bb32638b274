package org.sizewright.plan.setting;

/** Where a server of models reads them. */
public enum ModelRepository implements Named {
    FOLDER("a folder"),
    S3("S3 or what speaks it"),
    GOOGLE("Google Cloud Storage"),
    AZURE("Azure Storage");

    private final String title;

    ModelRepository(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** Whether it is a store of a vendor, beyond the site. */
    public boolean beyondSite() {
        return this == GOOGLE || this == AZURE;
    }
}
