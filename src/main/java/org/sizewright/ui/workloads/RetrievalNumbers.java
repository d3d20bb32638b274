package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sizewright.plan.Retrieval;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.NumberField;

/** Makes the number fields of retrieval and keeps all its fields by their names. */
final class RetrievalNumbers {
    /** Changes one whole number. */
    interface Whole {
        Retrieval of(Retrieval work, int number);
    }

    /** Changes one number with decimals. */
    interface Decimal {
        Retrieval of(Retrieval work, double number);
    }

    /** Changes one number that may be left to the program. */
    interface Open {
        Retrieval of(Retrieval work, Optional<Double> number);
    }

    private final Texts texts;
    private final RetrievalDesk desk;
    private final Map<String, FieldFrame> frames = new LinkedHashMap<>();

    RetrievalNumbers(Texts texts, RetrievalDesk desk) {
        this.texts = texts;
        this.desk = desk;
    }

    Texts texts() {
        return texts;
    }

    RetrievalDesk desk() {
        return desk;
    }

    String name(String field) {
        return texts.get(field);
    }

    /** Keeps a field under its name. */
    <F extends FieldFrame> F keep(String field, F frame) {
        frames.put(field, frame);
        return frame;
    }

    Map<String, FieldFrame> frames() {
        return frames;
    }

    FieldFrame frame(String field) {
        FieldFrame frame = frames.get(field);
        if (frame == null) {
            throw new IllegalStateException("no field " + field);
        }
        return frame;
    }

    PlanNumber whole(String field, String unit, int least, int most, Whole change) {
        String name = name(field);
        return kept(
                field,
                new PlanNumber(
                        texts,
                        RetrievalField.id(field),
                        NumberField.Spec.whole(name, unit, least, most),
                        number -> desk.change(name, work -> change.of(work, number))));
    }

    PlanNumber decimal(String field, String unit, String least, String most, int decimals, Decimal change) {
        String name = name(field);
        return kept(
                field,
                PlanNumber.decimal(
                        texts,
                        RetrievalField.id(field),
                        spec(name, unit, least, most, decimals),
                        number -> desk.change(name, work -> change.of(work, number))));
    }

    /** A number that is calculated until one is typed in. */
    PlanNumber open(String field, String name, String unit, String least, String most, int decimals, Open change) {
        return kept(
                field,
                PlanNumber.decimal(
                                texts,
                                RetrievalField.id(field),
                                spec(name, unit, least, most, decimals),
                                number -> desk.change(name, work -> change.of(work, Optional.of(number))))
                        .withAutomatic(() -> desk.change(name, work -> change.of(work, Optional.empty()))));
    }

    private static NumberField.Spec spec(String name, String unit, String least, String most, int decimals) {
        return new NumberField.Spec(name, unit, new BigDecimal(least), new BigDecimal(most), decimals);
    }

    private PlanNumber kept(String field, PlanNumber number) {
        keep(field, number.node());
        return number;
    }
}
