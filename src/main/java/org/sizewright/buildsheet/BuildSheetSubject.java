package org.sizewright.buildsheet;

import java.util.Optional;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;

/**
 * What a build sheet is made of.
 *
 * @param plan the results of all options, for the comparison
 * @param live the option that is exported with live formulas
 * @param catalog the server list that the plan was made with, where it is known
 * @param writtenBy application with its version
 */
public record BuildSheetSubject(PlanResult plan, OptionResult live, Optional<CatalogStamp> catalog, String writtenBy) {}
