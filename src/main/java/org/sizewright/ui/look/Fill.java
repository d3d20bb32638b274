package org.sizewright.ui.look;

/** What a stretch of a bar stands for; the style sheet gives each its colour, or its hatch. */
public enum Fill {
    WORK_1("work-1"),
    WORK_2("work-2"),
    WORK_3("work-3"),
    WORK_4("work-4"),
    WORK_5("work-5"),
    WORK_6("work-6"),
    WORK_7("work-7"),
    WORK_8("work-8"),
    /** Capacity that nothing can use any more. */
    STRANDED("stranded"),
    /** Capacity that is open. */
    FREE("free"),
    /** Capacity held back on purpose. */
    RESERVED("reserved");

    /** How many colours there are for workloads before they repeat. */
    public static final int WORK_COLOURS = 8;

    private final String styleClass;

    Fill(String styleClass) {
        this.styleClass = styleClass;
    }

    /** The colour of the workload at this place of a list, counted from 0; the ninth has the colour of the first. */
    public static Fill work(int index) {
        return values()[Math.floorMod(index, WORK_COLOURS)];
    }

    /** Whether something works here, as opposed to capacity that is free, held back or stranded. */
    public boolean isWork() {
        return ordinal() < WORK_COLOURS;
    }

    public String styleClass() {
        return styleClass;
    }
}
