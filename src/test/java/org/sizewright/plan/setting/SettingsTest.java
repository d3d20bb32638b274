package org.sizewright.plan.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.plan.setting.HostChoices.GuestOs;

class SettingsTest {
    @Test
    void keysAreUniqueAndEverySettingExplainsItself() {
        assertThat(AllSettings.list()).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(AllSettings.list()).allSatisfy(setting -> {
            assertThat(setting.title()).isNotBlank().doesNotEndWith(".");
            assertThat(setting.help()).endsWith(".");
        });
        assertThat(List.of(Topic.values()))
                .allSatisfy(topic -> assertThat(AllSettings.of(topic)).isNotEmpty());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Setting<?> setting : AllSettings.list()) {
            sampleOf(setting);
        }
    }

    private static <T> void sampleOf(Setting<T> setting) {
        String text = switch (setting.kind()) {
            case ValueKind.YesNo yesNo -> "yes";
            case ValueKind.Choice<?> choice -> choice.all().getLast().title();
            case ValueKind.Whole whole -> String.valueOf(whole.max());
            case ValueKind.Amount amount -> "1.5";
            case ValueKind.Version version -> version.example();
            case ValueKind.Several<?> several ->
                several.all().getLast().title() + ", "
                        + several.all().getFirst().title();
            case ValueKind.Words words -> words.form().startsWith("\\d") ? words.example() : "ABC-123";
        };
        if (setting.kind() instanceof ValueKind.Amount amount && amount.min() > 1.5) {
            text = String.valueOf(amount.max());
        }
        Settings settings = Settings.NOTHING.withText(setting, text);
        assertThat(settings.isEmpty()).isFalse();
        assertThat(Settings.NOTHING.withText(setting, settings.written(setting).orElseThrow()))
                .isEqualTo(settings);
        assertThat(settings.shown(setting).orElseThrow()).isNotBlank();
        assertThat(settings.without(setting)).isEqualTo(Settings.NOTHING);
    }

    @Test
    void aWishThatNobodyStatedIsNone() {
        assertThat(Settings.NOTHING.isYes(OperationSettings.VMOTION)).isFalse();
        assertThat(Settings.NOTHING.with(OperationSettings.VMOTION, true).isYes(OperationSettings.VMOTION))
                .isTrue();
        assertThat(Settings.NOTHING.get(MachineSettings.GUEST_OS)).isEmpty();
        assertThat(Settings.NOTHING
                        .with(MachineSettings.GUEST_OS, GuestOs.RHEL_9)
                        .get(MachineSettings.GUEST_OS))
                .contains(GuestOs.RHEL_9);
    }

    @Test
    void severalArePickedOnceEachInTheirOrder() {
        Settings settings = Settings.NOTHING.withText(UseSettings.SOFTWARE, "Triton Inference Server, CUDNN,cuDNN");
        assertThat(settings.get(UseSettings.SOFTWARE)).contains(Picked.of(List.of(Software.CUDNN, Software.TRITON)));
        assertThat(settings.shown(UseSettings.SOFTWARE)).contains("cuDNN, Triton Inference Server");
        assertThat(settings.written(UseSettings.SOFTWARE)).contains("CUDNN,TRITON");
        assertThatThrownBy(() -> Settings.NOTHING.withText(UseSettings.SOFTWARE, "CUDNN, magic"))
                .hasMessageContaining("\"magic\" is none of");
    }

    @ParameterizedTest
    @CsvSource({
        "8.0U3, 8.0U2, 1",
        "8.0 U3 P06, 8.0U3, 1",
        "8.0, 8.0.0, 0",
        "7.0U3f, 8.0, -1",
        "9.0, 8.0U3, 1",
        "580.105.08, 580.95.05, 1",
        "VCF 9.1, 9.0, 1",
        "8.0 Update 3, 8.0U3, 0",
        "8.0.3, 8.0 u3, 0",
        "vSphere 8.0 Update 2, 8.0.3, -1",
        "8.0.3 build-24674464, 8.0U3, 0",
        "8.0.3-24674464, 8.0 U3 P06, -1",
        "v1.34.2+vmware.1, 1.34.2, 0"
    })
    void releasesAreOrderedByTheirNumbers(String one, String other, int sign) {
        assertThat(Integer.signum(Release.of(one).compareTo(Release.of(other)))).isEqualTo(sign);
    }

    @Test
    void aReleaseIsWithinTheOneItBeginsWith() {
        assertThat(Release.of("8.0U3").isWithin("8.0")).isTrue();
        assertThat(Release.of("8.0U3").isWithin("8.0U2")).isFalse();
        assertThat(Release.of("20.1").major()).isEqualTo(20);
        assertThat(Release.of("20").minor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'', no version", "latest, no version", "8.0; DROP, no version"})
    void whatIsNoReleaseIsRefused(String text, String why) {
        assertThatThrownBy(() -> Release.of(text)).hasMessageContaining(why);
    }

    @Test
    void aValueBeyondItsBoundsIsRefusedWithThem() {
        assertThatThrownBy(() -> Settings.NOTHING.withText(HostSettings.NICS, "0"))
                .hasMessage("\"0\" is no whole number from 1 to 32");
        assertThatThrownBy(() -> Settings.NOTHING.withText(MachineSettings.GUEST_OS, "magic"))
                .hasMessageContaining("none of Ubuntu 22.04, Ubuntu 24.04");
    }

    @Test
    void oneOfWhatIsCountedIsSaidInTheSingular() {
        assertThat(Settings.NOTHING.with(HostSettings.SPARE_SUPPLIES, 1).shown(HostSettings.SPARE_SUPPLIES))
                .contains("1 supply");
        assertThat(Settings.NOTHING.with(HostSettings.NICS, 1).shown(HostSettings.NICS))
                .contains("1 NIC");
        assertThat(Settings.NOTHING.with(HostSettings.NICS, 2).shown(HostSettings.NICS))
                .contains("2 NICs");
    }
}
