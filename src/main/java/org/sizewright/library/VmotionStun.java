package org.sizewright.library;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * How long a machine with a vGPU stands still at most while vMotion moves it, as measured by the vendor.
 *
 * @param gbps bandwidth of the network at which it was measured
 * @param rows by frame buffer, the smallest first
 * @param limitSeconds older releases give up a move that takes longer
 * @param later what newer releases do otherwise
 */
public record VmotionStun(
        String id,
        String title,
        double gbps,
        List<Row> rows,
        double limitSeconds,
        Optional<String> worstCase,
        Optional<String> later,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    /** Seconds for a frame buffer in GB. */
    public record Row(double frameBufferGb, double seconds) {
        public Row {
            Checks.positive("frameBufferGb", frameBufferGb);
            Checks.positive("seconds", seconds);
        }
    }

    public VmotionStun {
        Checks.notBlank("id", id);
        Checks.notBlank("title", title);
        Checks.positive("gbps", gbps);
        Checks.positive("limitSeconds", limitSeconds);
        rows = List.copyOf(rows);
        sources = List.copyOf(sources);
        Checks.atLeast("rows", 2, rows.size());
        if (!rows.stream()
                .sorted(Comparator.comparingDouble(Row::frameBufferGb))
                .toList()
                .equals(rows)) {
            throw new IllegalArgumentException("the \"rows\" are not in the order of their frame buffers");
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.VMOTION_STUN;
    }

    @Override
    public String key() {
        return id;
    }
}
