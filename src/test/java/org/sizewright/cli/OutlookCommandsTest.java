package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage in {@code check}, and the commands {@code platforms} and {@code growth}. */
class OutlookCommandsTest {
    private static final String PLAN = "assets/samples/plans/sample-plan.json";

    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    private JsonNode json(String command, String plan) throws IOException {
        Path out = folder.resolve(command + ".json");
        assertThat(run.run(command, plan, "--json", out.toString()))
                .as(run.err())
                .isEqualTo(Console.FINE);
        return new ObjectMapper().readTree(out.toFile());
    }

    @Test
    void checkSaysWhatTheDatastoreHolds() throws IOException {
        JsonNode storage = json("check", PLAN).path("storage");
        assertThat(run.out()).contains("Datastore: ", "Model weights ", "20 % stay free");
        assertThat(storage.path("datastoreTib").asDouble()).isPositive();
        assertThat(storage.path("datastoreTibBound").asText()).isEqualTo("at_least");
        assertThat(storage.path("purposes").findValuesAsText("id"))
                .containsExactly("weights", "homes", "disks", "images");
        JsonNode notebooks = storage.path("workloads").get(1);
        // 40 users with 50 GB each
        assertThat(notebooks.path("homesGib").asDouble()).isCloseTo(40 * 50e9 / (1L << 30), within(0.1));
        assertThat(notebooks.path("imagesGib").isNull()).isTrue();
        assertThat(notebooks.path("imagesGibUnknown").asText()).isNotBlank();
    }

    @Test
    void platformsStandSideBySide() throws IOException {
        JsonNode platforms = json("platforms", PLAN).path("platforms");
        assertThat(platforms.findValuesAsText("platform"))
                .containsExactly("VSPHERE", "VSPHERE_KUBERNETES", "OPENSHIFT", "BARE_METAL");
        assertThat(run.out()).contains("VMware vSphere (in use): 4 hosts, 32 GPUs", "impossible  Notebooks: ");
        JsonNode metal = platforms.get(3);
        assertThat(metal.path("works").asBoolean()).isFalse();
        assertThat(metal.path("vmwareCores").asDouble()).isZero();
        assertThat(metal.path("impossible").get(0).path("sentence").asText()).contains("no hypervisor");
        assertThat(platforms.get(2).path("openShiftSubscriptions").asInt()).isPositive();
        assertThat(platforms.get(2).path("openShiftCountedBy").asText()).isEqualTo("core pair");
        assertThat(metal.path("openShiftSubscriptions").asInt()).isZero();
        assertThat(metal.path("openShiftCountedBy").isNull()).isTrue();
    }

    @Test
    void growthSaysWhatIsBoughtForEachDate() throws IOException {
        String grown = Files.readString(Path.of(PLAN))
                .replaceFirst("(?s)\"after12Months\" *: *1.5,\\s*\"after36Months\" *: *2", "\"percentPerYear\" : 100");
        Path plan = Files.writeString(folder.resolve("plan.json"), grown);
        JsonNode growth = json("growth", plan.toString());
        assertThat(growth.path("loads").get(1).path("load").get(2).asText()).isEqualTo("96 VMs");
        assertThat(growth.path("steps").findValuesAsText("date"))
                .containsExactly("2026-11-21", "2027-11-21", "2029-11-21");
        assertThat(growth.path("steps").get(2).path("hosts").asInt())
                .isGreaterThanOrEqualTo(
                        growth.path("steps").get(0).path("hosts").asInt());
        assertThat(run.out()).contains("Notebooks: 12 VMs, then 24 VMs, then 96 VMs (100 % a year)");
    }
}
