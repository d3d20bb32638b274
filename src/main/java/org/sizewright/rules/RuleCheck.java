package org.sizewright.rules;

import java.util.function.Consumer;

/** A rule of the base and the code that checks it. */
record RuleCheck(String rule, Consumer<Inspection> check) {
    static RuleCheck of(String rule, Consumer<Inspection> check) {
        return new RuleCheck(rule, check);
    }
}
