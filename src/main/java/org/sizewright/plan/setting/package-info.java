/**
 * What is set on platform, hosts and machines beside what is sized: versions, BIOS, ways of access, network, licences.
 *
 * <p>Each is one typed {@link org.sizewright.plan.setting.Setting}; a plan holds the values that were stated, and what is not
 * stated is unknown. Rules read them, screens and saved plans handle them all in one way. May use {@code quantity} and nothing of
 * the rest of {@code plan}.
 */
@NullMarked
package org.sizewright.plan.setting;

import org.jspecify.annotations.NullMarked;
