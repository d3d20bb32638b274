package org.sizewright.buildsheet;

/** Sheets, headings and words by which what was typed into a workbook is found again. They stand in files that people keep. */
public final class TypedWords {
    public static final String CHECKLIST = "checklist";
    public static final String OWNER = "Owner";
    public static final String STATUS = "Status";
    public static final String DATE = "Date";
    public static final String NOTE = "Note";

    public static final String ASSUMPTIONS = "assumptions";
    public static final String VALUE = "Value";
    public static final String CHOSEN = "Chosen";
    /** Begins the id of a row with labels, before the id of the group of hosts or the workload. */
    public static final String LABELS = "labels_";
    /** Begins the id of a row with the hours of a workload, before its id. */
    public static final String RUNS = "runs_";

    public static final String VMS = "vms";
    public static final String PLACED = "Placed";
    public static final String PINNED = "pinned by hand";
    public static final String SEARCHED = "by the search";

    private TypedWords() {}
}
