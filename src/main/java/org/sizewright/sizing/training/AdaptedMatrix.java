package org.sizewright.sizing.training;

import org.sizewright.library.TuningMethod.Terms;

/**
 * What is trained beside one matrix of a layer, or beside the layer or the model as a whole.
 *
 * @param in width that goes in
 * @param out width that comes out
 * @param copies equal ones side by side, such as experts
 * @param visited of those, how many a token meets
 * @param inDivisor GPUs over which the width that goes in is divided
 * @param outDivisor GPUs over which the width that comes out is divided
 * @param bytes of each trained parameter: weight, gradient, states
 * @param keptIn bytes kept per token for each of the width that goes in
 * @param keptOut of the width that comes out
 * @param keptRank of the rank
 * @param keptUpdate bytes kept once per step for each element of the matrix
 * @param keptPerSequence bytes kept once per sequence and rank
 */
record AdaptedMatrix(
        String name,
        Terms terms,
        double in,
        double out,
        double copies,
        double visited,
        double inDivisor,
        double outDivisor,
        double bytes,
        double keptIn,
        double keptOut,
        double keptRank,
        double keptUpdate,
        double keptPerSequence) {}
