package org.sizewright.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** JSON form of labels and weekly windows. Where there are none, nothing is written. */
final class PlanTermsCodec {
    private static final String LABELS = "labels";
    private static final String WINDOWS = "windows";
    private static final String DAYS = "days";

    private PlanTermsCodec() {}

    static void write(ObjectNode node, RunTerms terms) {
        write(node, terms.labels());
        if (!terms.windows().isAlways()) {
            node.set(WINDOWS, PlanJson.array(terms.windows().windows(), PlanTermsCodec::write));
        }
        PlanOutlookCodec.write(node, terms);
    }

    static void write(ObjectNode node, Labels labels) {
        if (!labels.isEmpty()) {
            node.set(LABELS, PlanJson.array(labels.names(), JsonNodeFactory.instance::textNode));
        }
    }

    private static ObjectNode write(WeeklyWindows.Window window) {
        ObjectNode node = PlanJson.object();
        node.set(DAYS, PlanJson.array(window.days(), day -> JsonNodeFactory.instance.textNode(day.name())));
        return node.put("from", WeeklyWindows.time(window.from())).put("to", WeeklyWindows.time(window.to()));
    }

    static RunTerms read(PlanFields f) throws BrokenPlan {
        RunTerms terms = new RunTerms(
                readLabels(f),
                f.find(WINDOWS).isPresent()
                        ? new WeeklyWindows(f.list(WINDOWS, PlanTermsCodec::readWindow))
                        : WeeklyWindows.ALWAYS);
        return PlanOutlookCodec.read(f, terms);
    }

    static Labels readLabels(PlanFields f) throws BrokenPlan {
        return new Labels(f.findTexts(LABELS, "a list of labels"));
    }

    private static WeeklyWindows.Window readWindow(PlanFields f) throws BrokenPlan {
        JsonNode list = f.needed(DAYS);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode name : list) {
            days.add(day(f, name));
        }
        return WeeklyWindows.Window.of(
                days, f.id("from", WeeklyWindows::parseTime), f.id("to", WeeklyWindows::parseTime));
    }

    private static DayOfWeek day(PlanFields f, JsonNode name) throws BrokenPlan {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name.isTextual() && name.textValue().equals(day.name())) {
                return day;
            }
        }
        throw f.wrong(DAYS, "a list of days such as \"MONDAY\"");
    }
}
