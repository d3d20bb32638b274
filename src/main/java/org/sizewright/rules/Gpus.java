package org.sizewright.rules;

import java.util.List;
import org.sizewright.library.Gpu;

/** What several rules want to know of a GPU. */
final class Gpus {
    private static final List<String> BEFORE_AMPERE = List.of("Volta", "Turing");

    private Gpus() {}

    static boolean isAmpereOrNewer(Gpu gpu) {
        return !BEFORE_AMPERE.contains(gpu.architecture());
    }

    static boolean isAmpere(Gpu gpu) {
        return gpu.architecture().equals("Ampere");
    }

    static boolean isHopperOrNewer(Gpu gpu) {
        return isAmpereOrNewer(gpu) && !isAmpere(gpu) && !gpu.architecture().startsWith("Ada");
    }

    static boolean isBlackwell(Gpu gpu) {
        return gpu.architecture().startsWith("Blackwell");
    }

    static boolean isT4(Gpu gpu) {
        return gpu.chip().equals("T4");
    }

    /** Whether its window is known to be so small that it needs nothing special. */
    static boolean hasSmallWindow(Gpu gpu, int mib) {
        return gpu.bar1()
                .asOptional()
                .map(window -> window.toGib() * 1024 <= mib)
                .orElse(false);
    }
}
