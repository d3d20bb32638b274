package org.sizewright.rules;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.library.SupportRecord;
import org.sizewright.plan.setting.Release;

/** What the library says about releases that belong together. */
final class Versions {
    private static final String LONG_TERM = "LTSB";

    private Versions() {}

    /** The branch of drivers that a vGPU release is built on; empty if the library does not know it. */
    static Optional<SupportRecord.DriverBranch> branchOf(Library library, Release vgpu) {
        return library.driverBranches().stream()
                .filter(branch -> branch.vgpu()
                        .map(line -> line.equals(vgpu.major() + ".x"))
                        .orElse(false))
                .findFirst();
    }

    /** The month in which support of its vGPU releases ends, where that is known. */
    static Optional<YearMonth> end(SupportRecord.DriverBranch branch) {
        return branch.vgpuEnd()
                .asOptional()
                .or(() -> branch.dataCenterEnd().asOptional())
                .flatMap(Versions::month);
    }

    static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    /** Whether guests of one release run on hosts of another: the same, the one before, or neighbouring long-term ones. */
    static boolean mayPair(Library library, Release host, Release guest) {
        int apart = host.major() - guest.major();
        return apart == 0 // any release of the branch goes with any other
                || apart == 1
                || apart > 0 && areNeighbours(library, host, guest);
    }

    private static boolean areNeighbours(Library library, Release host, Release guest) {
        List<Integer> longTerm = library.driverBranches().stream()
                .filter(branch -> branch.support().equals(Optional.of(LONG_TERM)))
                .flatMap(branch -> branch.vgpu().stream())
                .map(line -> Release.of(line.replace(".x", "")).major())
                .sorted()
                .toList();
        int place = longTerm.indexOf(host.major());
        return place > 0 && longTerm.get(place - 1) == guest.major();
    }

    /** The vGPU major releases of a release of NVIDIA AI Enterprise; empty if the library does not know it. */
    static List<Integer> vgpuOf(Library library, Release aiEnterprise) {
        List<SupportRecord.AiEnterpriseRelease> exact = library.aiEnterpriseReleases().stream()
                .filter(release -> head(release.version()).equals(aiEnterprise.major() + "." + aiEnterprise.minor()))
                .toList();
        List<SupportRecord.AiEnterpriseRelease> found = exact.isEmpty()
                ? library.aiEnterpriseReleases().stream()
                        .filter(release -> head(release.version()).startsWith(aiEnterprise.major() + "."))
                        .toList()
                : exact;
        return found.stream()
                .flatMap(release -> release.vgpu().stream())
                .map(line -> Integer.parseInt(line.split("\\.", 2)[0]))
                .distinct()
                .toList();
    }

    private static String head(String version) {
        return version.split(" ", 2)[0];
    }
}
