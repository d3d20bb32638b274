/**
 * What a language model is made of: from its configuration to every matrix, norm and bias of every layer. Parameters, weights per
 * GPU, cache per token and trainable parameters all follow from this one list.
 *
 * <p>Pure; knows neither files nor JSON. Uses nothing of the application.
 */
@NullMarked
package org.sizewright.library.model;

import org.jspecify.annotations.NullMarked;
