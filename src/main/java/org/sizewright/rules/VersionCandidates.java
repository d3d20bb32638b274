package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sizewright.library.Library;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;
import org.sizewright.library.SupportRecord;
import org.sizewright.plan.setting.KubernetesSettings;
import org.sizewright.plan.setting.LicenceSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.ValueKind;

/** The versions that the library knows of each setting, oldest first. */
record VersionCandidates(RuleBase base) {
    private static final Set<String> VSPHERE_KEYS = Set.of("VM-004");
    private static final Set<String> VSPHERE_LIMITS = Set.of("DRV-005", "MGPU-008");

    List<String> of(Setting<?> setting) {
        Library library = base.library();
        if (setting.equals(PlatformSettings.VGPU_RELEASE) || setting.equals(PlatformSettings.GUEST_RELEASE)) {
            return sorted(library.vgpuReleases().stream()
                    .map(SupportRecord.VgpuRelease::version)
                    .toList());
        }
        if (setting.equals(PlatformSettings.AI_ENTERPRISE)) {
            return sorted(library.aiEnterpriseReleases().stream()
                    .filter(release -> release.vgpu().isPresent())
                    .map(release -> release.version().split(" ", 2)[0].replace(".x", ""))
                    .toList());
        }
        if (setting.equals(PlatformSettings.VSPHERE)) {
            return sorted(vsphere());
        }
        if (setting.equals(LicenceSettings.DLS_VERSION)) {
            return List.of(limit("LIC-008", "version"));
        }
        if (setting.equals(KubernetesSettings.GPU_OPERATOR)) {
            return List.of(limit("K8S-005", "oldestMajor"));
        }
        if (setting.equals(KubernetesSettings.KUBERNETES_VERSION)) {
            return between("kubernetes");
        }
        if (setting.equals(KubernetesSettings.OPENSHIFT_VERSION)) {
            return between("openshift");
        }
        return setting.kind() instanceof ValueKind.Choice<?> choice
                ? choice.all().stream().map(Enum::name).toList()
                : List.of();
    }

    private List<String> vsphere() {
        List<String> releases = new ArrayList<>();
        for (Rule rule : base.rules()) {
            if (VSPHERE_KEYS.contains(rule.id())) {
                rule.limits().keySet().stream()
                        .filter(key -> Character.isDigit(key.charAt(0)))
                        .forEach(releases::add);
            }
            if (VSPHERE_LIMITS.contains(rule.id())) {
                releases.addAll(rule.limits().values());
            }
        }
        return releases;
    }

    /** The minor versions from the first to the last that the operator is paired with. */
    private List<String> between(String name) {
        Release first = Release.of(limit("K8S-004", name + "First"));
        Release last = Release.of(limit("K8S-004", name + "Last"));
        return IntStream.rangeClosed(first.minor(), last.minor())
                .mapToObj(minor -> first.major() + "." + minor)
                .toList();
    }

    private String limit(String rule, String name) {
        String limit = base.rule(rule).limits().get(name);
        if (limit == null) {
            throw new IllegalStateException("rule " + rule + " has no limit \"" + name + "\"");
        }
        return limit;
    }

    private static List<String> sorted(List<String> versions) {
        TreeMap<Release, String> sorted = new TreeMap<>();
        versions.forEach(version -> sorted.putIfAbsent(Release.of(version), version));
        return List.copyOf(sorted.values());
    }
}
