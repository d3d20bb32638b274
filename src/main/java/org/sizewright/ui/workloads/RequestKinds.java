package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.sizewright.plan.Traffic.RequestKind;

/** Changes of the kinds of requests that keep their shares at 100 percent in all. */
final class RequestKinds {
    /** What every kind keeps at least, in percent. */
    private static final double LEAST = 0.01;

    private RequestKinds() {}

    /** One more kind, with an equal part; the others give it up in proportion. */
    static List<RequestKind> with(List<RequestKind> kinds, RequestKind added) {
        List<RequestKind> all = new ArrayList<>(kinds);
        all.add(added);
        return withShare(all, all.size() - 1, 100.0 / all.size());
    }

    /** Without one kind; the others take over its part in proportion. The only kind stays. */
    static List<RequestKind> without(List<RequestKind> kinds, int index) {
        if (kinds.size() < 2) {
            return kinds;
        }
        List<RequestKind> rest = new ArrayList<>(kinds);
        rest.remove(index);
        double first = rest.getFirst().sharePercent();
        double sum = rest.stream().mapToDouble(RequestKind::sharePercent).sum();
        return withShare(rest, 0, 100 * first / sum);
    }

    /** That kind with another share; the others share the rest as they did before. */
    static List<RequestKind> withShare(List<RequestKind> kinds, int index, double share) {
        if (kinds.size() == 1) {
            return List.of(share(kinds.getFirst(), 100));
        }
        double most = 100 - LEAST * (kinds.size() - 1);
        double own = rounded(Math.clamp(share, LEAST, most));
        double others = 0;
        for (int i = 0; i < kinds.size(); i++) {
            others += i == index ? 0 : kinds.get(i).sharePercent();
        }
        List<RequestKind> changed = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            double part = i == index ? own : rounded(kinds.get(i).sharePercent() / others * (100 - own));
            changed.add(share(kinds.get(i), Math.max(LEAST, part)));
        }
        return List.copyOf(changed);
    }

    static List<RequestKind> replaced(List<RequestKind> kinds, int index, RequestKind kind) {
        List<RequestKind> changed = new ArrayList<>(kinds);
        changed.set(index, kind);
        return List.copyOf(changed);
    }

    private static RequestKind share(RequestKind kind, double share) {
        return new RequestKind(kind.name(), share, kind.inputTokens(), kind.outputTokens());
    }

    private static double rounded(double share) {
        return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
