package org.sizewright.delivery.supply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sizewright.library.Fact;
import org.sizewright.library.SupportRecord.VgpuRelease;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;

/** What of the names of driver files the plan knows: releases that were stated, and the drivers that the library has for them. */
record DriverNames(Map<String, String> values) {
    private static final int TENS = 10;

    static DriverNames of(Surroundings at) {
        Map<String, String> values = new LinkedHashMap<>();
        at.get(PlatformSettings.VSPHERE).ifPresent(release -> {
            values.put("esxi", release.major() + "." + release.minor());
            values.put("component", String.valueOf((release.major() * TENS + release.minor()) * TENS));
        });
        release(at, PlatformSettings.VGPU_RELEASE).ifPresent(release -> {
            put(values, "host", release.hostDriver());
            put(values, "linux", release.linuxGuest());
            put(values, "windows", release.windowsGuest());
        });
        release(at, PlatformSettings.GUEST_RELEASE)
                .or(() -> release(at, PlatformSettings.VGPU_RELEASE))
                .ifPresent(release -> put(values, "guest-linux", release.linuxGuest()));
        at.get(PlatformSettings.DATA_CENTER_DRIVER).ifPresent(release -> values.put("data-center", release.text()));
        return new DriverNames(values);
    }

    private static Optional<VgpuRelease> release(Surroundings at, Setting<Release> setting) {
        return at.get(setting)
                .flatMap(stated -> at.library().vgpuReleases().stream()
                        .filter(each -> Release.of(each.version()).equals(stated))
                        .findFirst());
    }

    private static void put(Map<String, String> values, String name, Fact<String> fact) {
        fact.asOptional().ifPresent(value -> values.put(name, value));
    }

    /** The name with its {@code {...}} filled in as far as they are known; the others stay, for people to fill in. */
    String fill(String name) {
        String filled = name;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
