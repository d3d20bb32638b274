package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.library.LibraryReader;

class MeantGpusTest {
    private static final MeantGpus MEANT = new MeantGpus(LibraryReader.bundled().library());

    // spellings of server catalogs; - = not given
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "A100, PCIe, 40, a100-pcie-40",
                "A100, -, 80, a100-pcie-80 a100-sxm-80",
                "a100 sxm4, SXM4, 80, a100-sxm-80",
                "H100, PCIe, -, h100-pcie-80",
                "H100 NVL, PCIe, 94, h100-nvl-94",
                "H100 SXM, SXM5, 80, h100-sxm-80",
                "H200, -, -, h200-sxm h200-nvl",
                "B200, SXM, -, b200",
                "L40S, PCIe, -, l40s",
                "L4, -, -, l4",
                "V100 SXM2, SXM2, 32, v100-sxm2-32",
                "RTX PRO 6000 Blackwell Server Edition, PCIe, 96, rtx-pro-6000-se",
                "RTX 6000, -, -, quadro-rtx-6000",
                "RTX 6000 Ada Generation, PCIe, -, rtx-6000-ada",
                "GH200, superchip, 144, gh200-144",
                "A999, -, -, -"
            })
    void aNameMeansWhatItsListMayMean(
            String chip, @Nullable String form, @Nullable Integer memoryGb, @Nullable String ids) {
        List<String> found = MEANT
                .of(chip, Optional.ofNullable(form), memoryGb == null ? OptionalInt.empty() : OptionalInt.of(memoryGb))
                .stream()
                .map(gpu -> gpu.id().value())
                .toList();
        assertThat(found).isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
    }
}
