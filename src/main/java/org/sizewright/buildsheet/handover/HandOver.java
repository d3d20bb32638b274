package org.sizewright.buildsheet.handover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sizewright.result.OptionResult;

/**
 * What is handed over of an option beside the workbook.
 *
 * @param files in reading order
 * @param leftOut files that this plan cannot decide or does not need
 */
public record HandOver(List<HandOverFile> files, List<LeftOut> leftOut) {
    public HandOver {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
        Set<String> paths = new HashSet<>();
        for (HandOverFile file : files) {
            if (!paths.add(file.path())) {
                throw new IllegalArgumentException(file.path() + " is there twice");
            }
        }
    }

    /** Recalculates nothing. @param writtenBy application with its version */
    public static HandOver of(OptionResult live, String writtenBy) {
        return new HandOverFiles(HandOverPlan.of(live, writtenBy)).collect();
    }
}
