package org.sizewright.rules;

import java.util.List;

/**
 * What an open item keeps from being checked.
 *
 * @param rules ids of the rules that wait
 * @param places in the plan where what they wait for is stated
 */
public record Waiting(List<String> rules, List<String> places) {
    public Waiting {
        rules = List.copyOf(rules);
        places = List.copyOf(places);
    }
}
