package org.sizewright.delivery.checklist;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.ChecklistStep.Per;
import org.sizewright.library.Library;
import org.sizewright.library.SupportRecord.DriverBranch;
import org.sizewright.library.SupportRecord.VgpuRelease;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;

/**
 * From which vGPU release to which.
 *
 * @param from what the hosts have: of a group that has another release than the option, that one; else that of the option
 * @param to that of the option where hosts have an older one; else the newest of the same major release that the library knows
 * @param supported whether hosts with the new release take guests of the old one; true as long as one of them is unknown
 */
record Upgrade(Optional<Release> from, Optional<Release> to, boolean supported) {
    private static final String LONG_TERM = "LTSB";

    static Upgrade of(Deployment deployment) {
        Optional<Release> planned = deployment.platform().get(PlatformSettings.VGPU_RELEASE);
        Optional<Release> older = deployment.places(Per.HOSTS).stream()
                .flatMap(place -> place.hosts().stream())
                .flatMap(hosts -> hosts.settings().get(HostSettings.HOST_RELEASE).stream())
                .filter(release ->
                        planned.map(plan -> release.compareTo(plan) < 0).orElse(true))
                .min(Release::compareTo);
        Optional<Release> to =
                older.isPresent() ? planned : planned.flatMap(release -> newest(deployment.library(), release));
        Optional<Release> from = older.or(() -> planned);
        boolean supported = from.isEmpty() || to.isEmpty() || mayPair(deployment.library(), to.get(), from.get());
        return new Upgrade(from, to, supported);
    }

    /** Whether a release in between is needed. */
    boolean isFar() {
        return !supported;
    }

    private static Optional<Release> newest(Library library, Release present) {
        return library.vgpuReleases().stream()
                .map(release -> Release.of(release.version()))
                .filter(release -> release.major() == present.major() && release.compareTo(present) > 0)
                .max(Release::compareTo);
    }

    /** The same major release, the one before, or neighbouring long-term ones. */
    private static boolean mayPair(Library library, Release host, Release guest) {
        return host.major() - guest.major() <= 1 || areNeighbours(library, host, guest);
    }

    private static boolean areNeighbours(Library library, Release host, Release guest) {
        List<Integer> longTerm = library.driverBranches().stream()
                .filter(branch -> branch.support().equals(Optional.of(LONG_TERM)))
                .map(DriverBranch::vgpu)
                .flatMap(Optional::stream)
                .map(line -> Release.of(line.replace(".x", "")).major())
                .sorted()
                .toList();
        int place = longTerm.indexOf(host.major());
        return place > 0 && longTerm.get(place - 1) == guest.major();
    }

    /** What the library knows of a release. */
    static Optional<VgpuRelease> known(Library library, Optional<Release> wanted) {
        return wanted.flatMap(release -> library.vgpuReleases().stream()
                .filter(each -> Release.of(each.version()).compareTo(release) == 0)
                .findFirst());
    }
}
