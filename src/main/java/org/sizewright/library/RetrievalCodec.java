package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sizewright.library.RetrievalRecord.Headroom;
import org.sizewright.library.RetrievalRecord.Holds;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;

/** JSON form of what retrieval is sized with. */
final class RetrievalCodec {
    private RetrievalCodec() {}

    static VectorIndex readIndex(Fields f) throws InvalidRecord {
        return new VectorIndex(
                VectorIndexId.of(f.text("id")),
                f.text("name"),
                PartitionCodec.word(f, "holds", List.of(Holds.values()), Holds::word),
                f.fact("bytesPerLink", Fields.AMOUNT),
                f.fact("bytesPerVector", Fields.AMOUNT),
                f.fact("bytesPerCentroidDimension", Fields.AMOUNT),
                f.fact("bytesPerCodebookDimension", Fields.AMOUNT),
                f.get(
                        "headroom",
                        Fields.nested(band -> new Headroom(
                                band.get("low", Fields.AMOUNT),
                                band.get("value", Fields.AMOUNT),
                                band.get("high", Fields.AMOUNT),
                                band.evidence("evidence"),
                                band.texts("sources")))),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static VectorElement readElement(Fields f) throws InvalidRecord {
        return new VectorElement(
                VectorElementId.of(f.text("id")),
                f.text("name"),
                f.whole("bits"),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static RetrievalPreset readPreset(Fields f) throws InvalidRecord {
        return new RetrievalPreset(
                f.text("id"),
                f.text("name"),
                f.get("pagesPerDocument", Fields.AMOUNT),
                f.get("tokensPerPage", Fields.AMOUNT),
                f.whole("chunkTokens"),
                f.whole("overlapTokens"),
                f.get("refreshPercent", Fields.AMOUNT),
                f.get("firstIndexingHours", Fields.AMOUNT),
                VectorIndexId.of(f.text("index")),
                VectorElementId.of(f.text("element")),
                f.whole("links"),
                f.whole("queryTokens"),
                f.whole("candidates"),
                f.whole("guardedTokens"),
                f.whole("metadataBytes"),
                f.get("textBytesPerToken", Fields.AMOUNT),
                f.findText("notes"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(RetrievalRecord record) {
        return switch (record) {
            case VectorIndex index -> write(index);
            case VectorElement element -> write(element);
            case RetrievalPreset preset -> write(preset);
        };
    }

    private static ObjectNode write(VectorIndex index) {
        Headroom headroom = index.headroom();
        return new Written()
                .put("id", index.id().value())
                .put("name", index.name())
                .put("holds", index.holds().word())
                .put("bytesPerLink", index.bytesPerLink(), Written::number)
                .put("bytesPerVector", index.bytesPerVector(), Written::number)
                .put("bytesPerCentroidDimension", index.bytesPerCentroidDimension(), Written::number)
                .put("bytesPerCodebookDimension", index.bytesPerCodebookDimension(), Written::number)
                .put(
                        "headroom",
                        new Written()
                                .put("low", Written.number(headroom.low()))
                                .put("value", Written.number(headroom.value()))
                                .put("high", Written.number(headroom.high()))
                                .put("evidence", headroom.evidence().word())
                                .put("sources", headroom.sources(), Written::text)
                                .node())
                .put("notes", index.notes(), Written::text)
                .put("evidence", index.evidence().word())
                .put("sources", index.sources(), Written::text)
                .node();
    }

    private static ObjectNode write(VectorElement element) {
        return new Written()
                .put("id", element.id().value())
                .put("name", element.name())
                .put("bits", element.bits())
                .put("notes", element.notes(), Written::text)
                .put("evidence", element.evidence().word())
                .put("sources", element.sources(), Written::text)
                .node();
    }

    private static ObjectNode write(RetrievalPreset preset) {
        return new Written()
                .put("id", preset.id())
                .put("name", preset.name())
                .put("pagesPerDocument", Written.number(preset.pagesPerDocument()))
                .put("tokensPerPage", Written.number(preset.tokensPerPage()))
                .put("chunkTokens", preset.chunkTokens())
                .put("overlapTokens", preset.overlapTokens())
                .put("refreshPercent", Written.number(preset.refreshPercent()))
                .put("firstIndexingHours", Written.number(preset.firstIndexingHours()))
                .put("index", preset.index().value())
                .put("element", preset.element().value())
                .put("links", preset.links())
                .put("queryTokens", preset.queryTokens())
                .put("candidates", preset.candidates())
                .put("guardedTokens", preset.guardedTokens())
                .put("metadataBytes", preset.metadataBytes())
                .put("textBytesPerToken", Written.number(preset.textBytesPerToken()))
                .put("notes", preset.notes(), Written::text)
                .put("evidence", preset.evidence().word())
                .put("sources", preset.sources(), Written::text)
                .node();
    }
}
