/**
 * Checklists: which steps lead from the order to a cluster in service, for one result, with the plan's own values in their words.
 * What they are stands in the library; how far each is stands in the plan.
 */
@NullMarked
package org.sizewright.delivery.checklist;

import org.jspecify.annotations.NullMarked;
