package org.sizewright.rules;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Source;
import org.sizewright.library.Fact;
import org.sizewright.library.Library;
import org.sizewright.library.SupportRecord.DriverBranch;
import org.sizewright.plan.Option;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;

/**
 * When support of something that an option states ends.
 *
 * @param what the release as it was stated, such as "vGPU 20.1"
 * @param branch the branch of drivers that it is built on
 * @param last month of support; empty if the library does not know it
 * @param source who says so
 * @param path where the release is stated in the plan
 */
public record SupportEnd(String what, String branch, Optional<YearMonth> last, Source source, String path) {
    /** Of the vGPU releases of hosts and guests and of the data center driver, as far as they are stated. */
    public static List<SupportEnd> of(Library library, Option option) {
        Settings platform = option.setup().platform();
        List<SupportEnd> ends = new ArrayList<>();
        vgpu(library, option, platform, PlatformSettings.VGPU_RELEASE, "vGPU %s of the hosts")
                .ifPresent(ends::add);
        vgpu(library, option, platform, PlatformSettings.GUEST_RELEASE, "vGPU %s of the guests")
                .ifPresent(ends::add);
        platform.get(PlatformSettings.DATA_CENTER_DRIVER)
                .flatMap(driver -> library.driverBranches().stream()
                        .filter(branch -> branch.branch().equals("R" + driver.major()))
                        .findFirst()
                        .map(branch -> end(
                                library,
                                option,
                                PlatformSettings.DATA_CENTER_DRIVER,
                                "driver " + driver,
                                branch,
                                branch.dataCenterEnd())))
                .ifPresent(ends::add);
        return List.copyOf(ends);
    }

    private static Optional<SupportEnd> vgpu(
            Library library, Option option, Settings platform, Setting<Release> setting, String words) {
        return platform.get(setting)
                .flatMap(release -> Versions.branchOf(library, release)
                        .map(branch -> end(
                                library,
                                option,
                                setting,
                                words.formatted(release),
                                branch,
                                branch.vgpuEnd().isKnown() ? branch.vgpuEnd() : branch.dataCenterEnd())));
    }

    private static SupportEnd end(
            Library library,
            Option option,
            Setting<Release> setting,
            String what,
            DriverBranch branch,
            Fact<String> end) {
        List<Source> sources = library.quote(branch, end);
        return new SupportEnd(
                what,
                branch.branch(),
                end.asOptional().flatMap(Versions::month),
                sources.isEmpty() ? Source.of("not in the library", "", "", branch.evidence()) : sources.getFirst(),
                "/options/" + option.id() + "/setup/platform/" + setting.key());
    }
}
