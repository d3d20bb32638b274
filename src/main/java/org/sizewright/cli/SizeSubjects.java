package org.sizewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Engine;
import org.sizewright.library.EngineId;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.MigProfile;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelConfigReader;
import org.sizewright.library.ModelConfigResult;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.VgpuType;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.AdapterServing;
import org.sizewright.plan.Survival;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;
import org.sizewright.sizing.training.TrainingSubject;

/** What the options of {@code size} name, looked up. All methods throw {@link IllegalArgumentException} with a sentence. */
final class SizeSubjects {
    private static final String ID = "w1";

    private final Library library;
    private final ModelArchitecture model;
    private final ModelShape shape;
    private final Gpu gpu;
    private final DeviceMemory device;
    private final boolean slice;

    /** @param profile MIG profile or vGPU type; empty for whole GPUs */
    SizeSubjects(Library library, String model, String gpu, Optional<String> profile) {
        this.library = library;
        this.model = model(model);
        this.shape = shape();
        this.gpu = RecordNames.of("GPU", library.gpus(), each -> each.id().value(), Gpu::name)
                .find(gpu);
        slice = profile.isPresent();
        device = profile.map(this::slice).orElseGet(() -> DeviceMemory.of(this.gpu));
    }

    private ModelArchitecture model(String wanted) {
        if (!wanted.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return RecordNames.of("model", library.models(), each -> each.id().value(), ModelArchitecture::name)
                    .find(wanted);
        }
        Path file = Path.of(wanted);
        Path parent = file.toAbsolutePath().getParent();
        String name = parent == null || parent.getFileName() == null
                ? "config"
                : parent.getFileName().toString();
        return switch (ModelConfigReader.read(file, ModelId.of(name), library)) {
            case ModelConfigResult.Parsed parsed -> parsed.model();
            case ModelConfigResult.Refused refused ->
                throw new IllegalArgumentException(String.join(" ", refused.reasons()));
        };
    }

    private ModelShape shape() {
        return switch (library.shape(model)) {
            case ShapeResult.Known known -> known.shape();
            case ShapeResult.Refused refused ->
                throw new IllegalArgumentException(String.join("; ", refused.reasons()));
        };
    }

    /** A MIG instance or the frame buffer of a vGPU for computing. */
    private DeviceMemory slice(String wanted) {
        record Slice(String name, DeviceMemory memory) {}
        List<Slice> slices = new java.util.ArrayList<>();
        library.migProfilesOf(gpu.id()).ifPresent(set -> {
            for (MigProfile profile : set.profiles()) {
                slices.add(new Slice(profile.name(), DeviceMemory.of(gpu, set, profile)));
            }
        });
        for (VgpuType type : library.vgpuTypesOf(gpu.id())) {
            if (type.series() == VgpuType.Series.C) {
                slices.add(new Slice(type.name().value(), DeviceMemory.of(type)));
            }
        }
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("the library knows no MIG profile and no vGPU type of " + gpu.name());
        }
        return RecordNames.of("MIG profile or vGPU type of " + gpu.name(), slices, Slice::name, Slice::name)
                .find(wanted)
                .memory();
    }

    private NumberFormat format(String wanted) {
        return RecordNames.of("number format", library.numberFormats(), f -> f.id().value(), NumberFormat::name)
                .find(wanted);
    }

    private Parallelism parallel(ServingOptions options) {
        Parallelism parallel = options.parallel();
        if (slice && parallel.gpus() > 1) {
            throw new IllegalArgumentException(
                    "one model cannot be split over several slices: leave out --profile, or" + " --tp, --pp and --ep");
        }
        int layers = shape.layers().size();
        if (parallel.pipeline() > layers) {
            throw new IllegalArgumentException(
                    model.name() + " has " + layers + " layers: --pp can be at most that, not " + parallel.pipeline());
        }
        if (parallel.expert() > 1 && !shape.hasExperts()) {
            throw new IllegalArgumentException(
                    model.name() + " has no experts to share: leave out --ep, or take replicas");
        }
        return parallel;
    }

    LlmSubject served(ServingOptions options, ServingOptions.Engine settings, LoadOptions load) {
        Parallelism parallel = parallel(options);
        NumberFormat weights = format(options.precision().orElse("bf16"));
        NumberFormat cache = format(options.kvCache());
        Engine engine = RecordNames.of(
                        "engine", library.engines(), each -> each.id().value(), Engine::name)
                .find(options.engine());
        Optional<Traffic> traffic = load.traffic(library);
        LlmServing serving = new LlmServing(
                WorkloadId.of(ID),
                model.name(),
                model.id(),
                weights.id(),
                cache.id(),
                EngineId.of(engine.id().value()),
                load.contextTokens(traffic),
                load.requests(traffic),
                traffic,
                settings.settings(),
                new VmShape(1, 1),
                Survival.MUST_RESTART);
        return new LlmSubject(
                new RowKey(ID, model.name()), serving, model, shape, weights, cache, engine, gpu, device, parallel);
    }

    TrainingSubject trained(ServingOptions options, TrainingOptions training) {
        TuningMethod method = training.method(library);
        boolean everything = method.trains() == TuningMethod.Trains.EVERYTHING;
        TrainingStack stack = training.stack(library);
        return new TrainingSubject(
                new RowKey(ID, model.name()),
                "/workloads/" + ID,
                model,
                shape,
                training.tuning(library),
                format(options.precision().orElse(training.usualPrecision())),
                training.optimiser(library, everything),
                stack,
                training.batch(stack),
                training.checkpointing(stack),
                training.compiled(),
                training.float8(),
                training.layout(parallel(options), everything),
                training.alignment(library),
                device,
                Optional.of(gpu),
                1,
                training.run(),
                AdapterServing.USUAL);
    }
}
