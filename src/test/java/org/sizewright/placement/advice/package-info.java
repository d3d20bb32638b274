/** Tests of what profile and policy are advised. */
@NullMarked
package org.sizewright.placement.advice;

import org.jspecify.annotations.NullMarked;
