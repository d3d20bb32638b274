/**
 * The reference facts of the field: GPUs, MIG profiles, vGPU types, model architectures, number formats, engines, chassis. Typed
 * records, each with its sources; a fact that may be doubted says how far it can be trusted, and what is unknown stays unknown.
 *
 * <p>The facts themselves lie in {@code assets/library}. Records and {@link org.sizewright.library.Library} are pure; only
 * {@code LibraryReader}, {@code ModelConfigReader}, {@code RecordCodec} and their helpers know JSON and files. May use {@code
 * quantity}, {@code figure} and {@code partition}.
 */
@NullMarked
package org.sizewright.library;

import org.jspecify.annotations.NullMarked;
