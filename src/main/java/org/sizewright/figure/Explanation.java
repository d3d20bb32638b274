package org.sizewright.figure;

import java.util.List;
import java.util.Optional;

/**
 * Why a cell holds what it holds: one level; ask again for an input to go deeper.
 *
 * @param formula in words; empty for what is given
 * @param numbers the same with the numbers of the inputs
 * @param inputs the cells that the formula reads
 * @param sources what the formula rests on, or where the given value comes from
 * @param path where the value is changed, for inputs of the plan
 */
public record Explanation(
        Cell cell,
        Value value,
        String formula,
        String numbers,
        List<Cell> inputs,
        List<Source> sources,
        Optional<String> path) {
    public Explanation {
        inputs = List.copyOf(inputs);
        sources = List.copyOf(sources);
    }
}
