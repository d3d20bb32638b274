package org.sizewright.library;

import java.util.List;

/** One record of the library. Equal records have the same JSON and the same hash. */
public sealed interface LibraryRecord
        permits Gpu,
                MigProfileSet,
                VgpuType,
                ModelFamily,
                ModelArchitecture,
                NumberFormat,
                GgufType,
                GgufMix,
                Engine,
                GenerationStack,
                AccuracyBand,
                ThroughputModel,
                Optimiser,
                TuningMethod,
                TrainingStack,
                TrainingObjective,
                Chassis,
                RetrievalRecord,
                SupportRecord,
                MigGeometry,
                KnownContradiction,
                Price,
                LoadPreset,
                VmotionStun,
                AccessFunction,
                Rule,
                ChecklistStep,
                GlossaryTerm,
                SourceRecord {

    RecordKind kind();

    /** What the record is called among those of its kind. */
    String key();

    /** Keys of the sources of the record as a whole. */
    List<String> sources();
}
