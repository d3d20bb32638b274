package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sizewright.library.AccessFunction.Answer;
import org.sizewright.library.AccessFunction.Mode;
import org.sizewright.library.AccessFunction.Works;

/** JSON form of what works in which way of reaching a GPU. */
final class AccessFunctionCodec {
    private AccessFunctionCodec() {}

    static AccessFunction read(Fields f) throws InvalidRecord {
        return new AccessFunction(
                f.text("id"),
                f.text("title"),
                f.text("explanation"),
                f.list("answers", Fields.nested(AccessFunctionCodec::readAnswer)),
                f.texts("sources"));
    }

    private static Answer readAnswer(Fields f) throws InvalidRecord {
        return new Answer(
                PartitionCodec.word(f, "mode", List.of(Mode.values()), Mode::word),
                PartitionCodec.word(f, "answer", List.of(Works.values()), Works::word),
                f.text("words"),
                f.findText("caveat"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(AccessFunction function) {
        return new Written()
                .put("id", function.id())
                .put("title", function.title())
                .put("explanation", function.explanation())
                .put("answers", function.answers(), AccessFunctionCodec::write)
                .put("sources", function.sources(), Written::text)
                .node();
    }

    private static ObjectNode write(Answer answer) {
        return new Written()
                .put("mode", answer.mode().word())
                .put("answer", answer.works().word())
                .put("words", answer.words())
                .put("caveat", answer.caveat(), Written::text)
                .put("evidence", answer.evidence().word())
                .put("sources", answer.sources(), Written::text)
                .node();
    }
}
