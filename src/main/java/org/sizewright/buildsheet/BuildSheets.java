package org.sizewright.buildsheet;

import java.util.List;

/** Makes the build sheet of a plan: one option with live formulas, the others as numbers for comparison. */
public final class BuildSheets {
    private BuildSheets() {}

    /** All sheets in reading order. Recalculates nothing: values and formulas are those of the result. */
    public static BuildSheet of(BuildSheetSubject subject) {
        Material material = Material.of(subject);
        return new BuildSheet(
                CoverLines.of(material),
                material.figures(),
                List.of(
                        SummarySheet.of(material),
                        AssumptionsSheet.of(material),
                        SizingSheet.of(material),
                        HostsSheet.of(material),
                        GpuPlacementSheet.of(material),
                        VmsSheet.of(material),
                        BomSheet.of(material),
                        PowerSheet.of(material),
                        LicencesSheet.of(material),
                        FindingsSheet.of(material),
                        TraceSheet.of(material)));
    }
}
