package org.sizewright.library.accelerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.MathFormat;

class AcceleratorQueryTest {
    private static final List<Accelerator> ALL =
            Accelerator.all(LibraryReader.bundled().library());
    private static final AcceleratorQuery QUERY = AcceleratorQuery.ALL;

    private static List<String> ids(AcceleratorQuery query) {
        return query.find(ALL).found().stream().map(each -> each.id().value()).toList();
    }

    @Test
    void nothingAskedFindsAll() {
        assertThat(ids(QUERY)).hasSameSizeAs(ALL);
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
    }

    /** Name, chip and form, architecture, prefix of the vGPU types; spaces and hyphens are written as one likes. */
    @ParameterizedTest
    @CsvSource({
        "h100 nvl, h100-nvl-94",
        "rtxpro6000 server, rtx-pro-6000-se",
        "H100XM, h100-sxm-80",
        "ada l40s, l40s",
        "A100 80GB sxm, a100-sxm-80",
        "10de:26b9, l40s",
    })
    void wordsFind(String text, String id) {
        assertThat(ids(QUERY.withText(text))).containsExactly(id);
    }

    @Test
    void everyWordMustOccur() {
        assertThat(ids(QUERY.withText("hopper")))
                .contains("h100-pcie-80", "h200-sxm", "gh200-144")
                .doesNotContain("a100-sxm-80");
        assertThat(ids(QUERY.withText("hopper l40s"))).isEmpty();
        assertThat(ids(QUERY.withText("-"))).isNotEmpty();
    }

    @Test
    void leastMemoryCountsTheSizeInTheName() {
        assertThat(ids(QUERY.withMinMemoryGb(OptionalInt.of(94))))
                .contains("h100-nvl-94", "h200-sxm")
                .doesNotContain("h100-sxm-80");
    }

    /** MIG names of NVIDIA's MIG guide; vGPU types of the vGPU user guide. */
    @ParameterizedTest
    @CsvSource({
        "3g.71gb, h200-sxm, h100-sxm-80",
        "1g.6gb, a30, a100-sxm-40",
        "L40S-48C, l40s, l40",
        "48c, l40s, l4",
        "a100d-1-10c, a100-pcie-80, a100-pcie-40",
        "4c, l4, rubin",
    })
    void aProfileFindsTheGpusThatCarryIt(String profile, String with, String without) {
        assertThat(ids(QUERY.withProfile(profile))).contains(with).doesNotContain(without);
    }

    /** 4C is a type of its own, not the end of 24C; "g.5gb" begins no profile. */
    @Test
    void aPieceOfANameIsNoProfile() {
        assertThat(ids(QUERY.withProfile("g.5gb"))).isEmpty();
        assertThat(ids(QUERY.withProfile("4C"))).contains("t4", "l4");
        assertThat(ids(QUERY.withProfile("24C"))).contains("l4").doesNotContain("t4");
    }

    @Test
    void aFormatWithoutAKnownThroughputIsUndecidedNotMissing() {
        AcceleratorQuery.Result result = QUERY.withText("hopper")
                .withNatively(Optional.of(MathFormat.FP8))
                .find(ALL);
        assertThat(result.found())
                .isNotEmpty()
                .allMatch(each -> each.gpu().tflops(MathFormat.FP8).isKnown());
        assertThat(result.undecided())
                .noneMatch(each -> each.gpu().tflops(MathFormat.FP8).isKnown());
        assertThat(result.found().size() + result.undecided().size())
                .isEqualTo(ids(QUERY.withText("hopper")).size());
    }

    /** FP4 came with Blackwell: a Volta GPU without a figure for it leaves nothing open. */
    @Test
    void anArchitectureThatNobodyKnowsTheFormatOfIsRuledOut() {
        AcceleratorQuery.Result result =
                QUERY.withNatively(Optional.of(MathFormat.FP4)).find(ALL);
        assertThat(result.undecided())
                .isNotEmpty()
                .allMatch(each -> each.gpu().architecture().startsWith("Blackwell"));
    }

    @Test
    void migAndAnnounced() {
        assertThat(ids(QUERY.withMig(true))).contains("a30", "h200-nvl").doesNotContain("l40s", "t4");
        assertThat(ids(QUERY)).contains("rubin");
        assertThat(ids(QUERY.withReleased(true))).doesNotContain("rubin").hasSize(ALL.size() - 1);
    }
}
