/** Sound plans, in which no rule may find anything, and what they become with one fault each. */
@NullMarked
package org.sizewright.rules.sound;

import org.jspecify.annotations.NullMarked;
