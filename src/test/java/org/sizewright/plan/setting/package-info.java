/** Tests of settings. */
@NullMarked
package org.sizewright.plan.setting;

import org.jspecify.annotations.NullMarked;
