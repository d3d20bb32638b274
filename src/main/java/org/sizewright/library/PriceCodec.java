package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** JSON form of prices. */
final class PriceCodec {
    private PriceCodec() {}

    private static final Fields.Conversion<LocalDate> DATE = (value, field) -> {
        String text = Fields.TEXT.from(value, field);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new InvalidRecord("\"" + field + "\" is \"" + text + "\", it must be a day such as 2026-11-21");
        }
    };

    static Price read(Fields f) throws InvalidRecord {
        return new Price(
                f.text("id"),
                PartitionCodec.word(f, "item", List.of(Price.Item.values()), Price.Item::word),
                f.text("of"),
                f.get("amount", Fields.AMOUNT),
                f.text("currency"),
                f.get("date", DATE),
                f.text("quote"),
                f.findText("term"),
                f.findText("notes"),
                f.texts("sources"));
    }

    static ObjectNode write(Price price) {
        return new Written()
                .put("id", price.id())
                .put("item", price.item().word())
                .put("of", price.of())
                .put("amount", Written.number(price.amount()))
                .put("currency", price.currency())
                .put("date", price.date().toString())
                .put("quote", price.quote())
                .put("term", price.term(), Written::text)
                .put("notes", price.notes(), Written::text)
                .put("sources", price.sources(), Written::text)
                .node();
    }
}
