package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.delivery.supply.Supply;

/** Makes the build sheet of a plan: one option with live formulas, the others as numbers for comparison. */
public final class BuildSheets {
    private BuildSheets() {}

    /** All sheets in reading order. Recalculates nothing: values and formulas are those of the result. */
    public static BuildSheet of(BuildSheetSubject subject) {
        Material material = Material.of(subject);
        Supply supply = Supply.of(subject.live());
        List<Sheet> sheets = new ArrayList<>(List.of(
                SummarySheet.of(material),
                AssumptionsSheet.of(material),
                SizingSheet.of(material),
                ModelsSheet.of(material),
                HostsSheet.of(material)));
        WeekSheet.of(material).ifPresent(sheets::add);
        sheets.addAll(List.of(GpuPlacementSheet.of(material), VmsSheet.of(material)));
        VmSettingsSheet.of(material).ifPresent(sheets::add);
        AccessModesSheet.of(material).ifPresent(sheets::add);
        sheets.addAll(List.of(
                HostFailuresSheet.of(material),
                MaintenanceSheet.of(material),
                BomSheet.of(material),
                PowerSheet.of(material),
                LicencesSheet.of(material, supply.licences()),
                StorageSheet.of(material)));
        SoftwareSheet.of(supply).ifPresent(sheets::add);
        ServicesSheet.of(supply).ifPresent(sheets::add);
        TransferSheet.of(supply).ifPresent(sheets::add);
        FirewallSheet.of(supply, subject.live().plan().library()).ifPresent(sheets::add);
        if (subject.plan().options().size() > 1) {
            sheets.add(OptionsSheet.of(material));
        }
        subject.platforms().map(PlatformsSheet::of).ifPresent(sheets::add);
        subject.growth().map(GrowthSheet::of).ifPresent(sheets::add);
        sheets.add(ChecklistSheet.of(material));
        sheets.add(HandOverSheet.of(material));
        sheets.add(FindingsSheet.of(material));
        sheets.add(TraceSheet.of(material));
        return new BuildSheet(
                CoverLines.of(material),
                material.figures(),
                sheets,
                Optional.of(new BuildSheet.Subject(
                        subject.plan().plan().plan().header().title(),
                        subject.live().option().option().id().value())));
    }
}
