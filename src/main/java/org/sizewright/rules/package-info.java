/**
 * What a seasoned architect would have caught: rules over plan, figures and placement that yield findings.
 *
 * <p>Pure. May use {@code placement} and what it uses. A rule whose inputs are unknown says so as an open item; it never passes
 * silently.
 */
@NullMarked
package org.sizewright.rules;

import org.jspecify.annotations.NullMarked;
