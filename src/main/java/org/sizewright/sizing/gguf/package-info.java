/** The size of GGUF files and their tensors, by mix of formats. May use the library and the facts of {@code sizing}. */
@NullMarked
package org.sizewright.sizing.gguf;

import org.jspecify.annotations.NullMarked;
