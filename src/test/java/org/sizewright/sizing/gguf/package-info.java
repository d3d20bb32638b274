/** Tests of the sizes of GGUF files. */
@NullMarked
package org.sizewright.sizing.gguf;

import org.jspecify.annotations.NullMarked;
