package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.quantity.Bytes;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** Explains how a GPU is shared: what lies on it, how large each piece is, what is stranded, and where all that is written. */
final class PartitionWhy {
    private final AccelWords words;
    private final Texts texts;
    private final Library library;
    private final PartitionBoard board;

    PartitionWhy(AccelWords words, Library library, PartitionBoard board) {
        this.words = words;
        this.texts = words.texts();
        this.library = library;
        this.board = board;
    }

    /** What lies on the GPU now. */
    Why layout() {
        GpuLayout layout = board.layout().orElseThrow();
        PartitionScheme scheme = layout.scheme();
        List<Why.Input> inputs = layout.parts().stream().map(this::part).toList();
        boolean mig = board.mode() == PartitionMode.MIG;
        int stranded = board.stranded();
        Why why = Why.figure(
                        texts.get(
                                "accel.partition.of", board.accelerator().gpu().name()),
                        mig
                                ? texts.get("accel.partition.used.slices", layout.usedUnits(), scheme.units())
                                : texts.get("accel.partition.used.gb", layout.usedUnits(), scheme.units()),
                        used(layout),
                        List.of(),
                        inputs)
                .withText(texts.get(mig ? "accel.partition.mig.meaning" : "accel.partition.mixed.meaning"));
        if (stranded > 0) {
            why = why.withSection(Why.Section.of(
                    texts.get("accel.partition.stranded.title"),
                    texts.get(
                            mig ? "accel.partition.stranded.slices" : "accel.partition.stranded.gb",
                            texts.get(mig ? "accel.partition.slices" : "accel.partition.gb", stranded))));
        }
        return why.withSection(Why.Section.of(texts.get("accel.sources"), sources()));
    }

    /** A GPU full of one vGPU type. */
    Why same(Slice slice) {
        VgpuType type = board.vgpuType(slice.profile()).orElseThrow();
        PartitionScheme scheme = board.scheme().orElseThrow();
        int used = slice.size() * slice.maxInstances();
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(Why.Input.given(
                texts.get("accel.partition.size"),
                texts.get("accel.number", slice.size(), "GB"),
                texts.get("accel.partition.size.byName")));
        inputs.add(Why.Input.given(
                texts.get("accel.partition.frameBuffer"),
                type.frameBuffer().map(PartitionWhy::gib).orElseGet(words::unknown),
                words.meaning(type.evidence())));
        inputs.add(Why.Input.given(
                texts.get("accel.partition.published"),
                type.maxEqualSize().map(String::valueOf).orElseGet(words::unknown),
                words.meaning(type.evidence())));
        inputs.add(Why.Input.given(
                texts.get("accel.partition.room"),
                texts.get("accel.number", scheme.units(), "GB"),
                board.accelerator().gpu().name()));
        Why why = Why.figure(
                slice.profile(),
                texts.get("accel.partition.times", slice.maxInstances()),
                texts.get("accel.partition.left", scheme.units() - used),
                List.of(
                        texts.get("accel.partition.same.formula"),
                        texts.get("accel.partition.same.numbers", scheme.units(), slice.maxInstances(), slice.size())),
                inputs);
        if (type.maxEqualSize().filter(most -> most > slice.maxInstances()).isPresent()) {
            why = why.withText(
                    texts.get("accel.partition.tooMany", type.maxEqualSize().get(), slice.maxInstances()));
        }
        if (type.licence().isPresent()) {
            why = why.withSection(
                    Why.Section.of(texts.get("accel.licence"), type.licence().get()));
        }
        return why.withSection(Why.Section.of(texts.get("accel.sources"), titles(type)));
    }

    /** Why a place is refused. */
    Why refused(String sentence) {
        return Why.finding(texts.get("accel.refused.title"), sentence, List.of())
                .withSection(Why.Section.of(texts.get("accel.refused.do"), texts.get("accel.refused.do.text")));
    }

    private Why.Input part(GpuLayout.Part part) {
        String name = texts.get("accel.partition.at", part.profile(), part.start(), part.end());
        Optional<MigProfile> profile = board.migProfile(part.profile());
        if (board.mode() == PartitionMode.MIG && profile.isPresent()) {
            MigProfile found = profile.get();
            String sms = found.sms()
                    .map(count -> texts.get("accel.partition.sms", count))
                    .orElseGet(() -> texts.get("accel.partition.sms.unknown"));
            return Why.Input.given(
                    name,
                    texts.get("accel.number", found.memoryGb(), "GB"),
                    found.memory()
                            .or(found::memoryReported)
                            .map(bytes -> texts.get("accel.partition.exact", gib(bytes), found.computeSlices(), sms))
                            .orElseGet(() -> texts.get("accel.partition.inexact", found.computeSlices(), sms)));
        }
        Optional<VgpuType> type = board.vgpuType(part.profile());
        return Why.Input.given(
                name,
                texts.get("accel.number", part.size(), "GB"),
                type.flatMap(VgpuType::frameBuffer)
                        .map(bytes -> texts.get("accel.partition.frameBuffer.is", gib(bytes)))
                        .orElse(""));
    }

    private String sources() {
        Optional<MigProfileSet> set = board.accelerator().mig();
        if (board.mode() == PartitionMode.MIG && set.isPresent()) {
            return texts.get("accel.partition.evidence", words.meaning(set.get().placementEvidence())) + "\n"
                    + titles(set.get());
        }
        return board.scheme().orElseThrow().slices().stream()
                .flatMap(slice -> board.vgpuType(slice.profile()).stream())
                .map(this::titles)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private String titles(LibraryRecord owner) {
        String titles = owner.sources().stream()
                .map(key -> library.mark(owner, library.quote(key, Evidence.VERIFIED))
                        .title())
                .distinct()
                .collect(Collectors.joining("\n"));
        return titles.isEmpty() ? texts.get("accel.sources.none") : titles;
    }

    /** What lies on the GPU in GiB, or nothing where the exact size of a piece is not known. */
    private String used(GpuLayout layout) {
        double sum = 0;
        for (GpuLayout.Part part : layout.parts()) {
            Optional<Bytes> exact = board.mode() == PartitionMode.MIG
                    ? board.migProfile(part.profile())
                            .flatMap(profile -> profile.memory().or(profile::memoryReported))
                    : board.vgpuType(part.profile()).flatMap(VgpuType::frameBuffer);
            if (exact.isEmpty()) {
                return "";
            }
            sum += exact.get().toGib();
        }
        return layout.parts().isEmpty() ? "" : "= " + AccelWords.number(sum) + " GiB";
    }

    private static String gib(Bytes bytes) {
        return AccelWords.number(bytes.toGib()) + " GiB";
    }
}
