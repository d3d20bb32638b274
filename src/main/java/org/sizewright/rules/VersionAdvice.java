package org.sizewright.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sizewright.library.RuleBase;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.setting.Release;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.ValueKind;
import org.sizewright.rules.VersionConflict.Change;
import org.sizewright.rules.VersionConflict.Step;

/**
 * Whether the versions of an option go together: platform, drivers of hosts and guests, NVIDIA AI Enterprise, GPU, system of the
 * nodes, Kubernetes, GPU Operator and licence system; dates are held against the plan's reference date and the end of its project.
 *
 * <p>What contradicts is what the rules about versions find. A change is tried by having the same rules look at the option with it:
 * the smallest is that of the fewest settings, then the one that clears the most, then that of the side that is changed with the
 * least trouble, then the nearest version, of equally near ones the newer. It brings no contradiction that was not there.
 */
public final class VersionAdvice {
    private static final Map<String, Set<VersionSide>> SIDES = sides();
    private static final long A_SIDE = 1_000_000L;

    private final RuleSubject subject;
    private final List<RuleCheck> checks;
    private final Settings stated;
    private final VersionCandidates candidates;
    private final Map<String, Finding> before;

    private VersionAdvice(RuleSubject subject) {
        this.subject = subject;
        checks = RuleTable.all().stream()
                .filter(check -> SIDES.containsKey(check.rule()))
                .toList();
        stated = subject.option().option().setup().platform();
        candidates = new VersionCandidates(RuleBase.of(subject.plan().library()));
        before = found(stated);
    }

    private static Map<String, Set<VersionSide>> sides() {
        Map<String, Set<VersionSide>> sides = new LinkedHashMap<>();
        sides.put("DRV-004", Set.of(VersionSide.HOST_DRIVER, VersionSide.GUEST_DRIVER));
        sides.put("DRV-005", Set.of(VersionSide.PLATFORM, VersionSide.HOST_DRIVER));
        sides.put("DRV-007", Set.of(VersionSide.GPU, VersionSide.HOST_DRIVER));
        sides.put("VER-101", Set.of(VersionSide.AI_ENTERPRISE, VersionSide.HOST_DRIVER));
        sides.put("VER-102", Set.of(VersionSide.HOST_DRIVER));
        sides.put("VER-103", Set.of(VersionSide.PLATFORM, VersionSide.AI_ENTERPRISE));
        sides.put("MGPU-008", Set.of(VersionSide.PLATFORM, VersionSide.GPU));
        sides.put("LIC-008", Set.of(VersionSide.LICENCE_SYSTEM, VersionSide.HOST_DRIVER));
        sides.put("K8S-004", Set.of(VersionSide.KUBERNETES, VersionSide.GPU_OPERATOR, VersionSide.GUEST_SYSTEM));
        sides.put("K8S-005", Set.of(VersionSide.GPU_OPERATOR));
        return Collections.unmodifiableMap(sides);
    }

    /** What each rule about versions holds against each other. */
    static Map<String, Set<VersionSide>> sidesByRule() {
        return SIDES;
    }

    /** The contradictions of an option, those of errors first, each with the smallest change that clears it. */
    public static List<VersionConflict> of(RuleSubject subject) {
        VersionAdvice advice = new VersionAdvice(subject);
        List<VersionConflict> conflicts = new ArrayList<>();
        advice.before.forEach((key, finding) -> conflicts.add(
                new VersionConflict(finding, SIDES.getOrDefault(finding.rule(), Set.of()), advice.smallest(key))));
        conflicts.sort(Comparator.comparing(conflict -> conflict.finding().severity()));
        return List.copyOf(conflicts);
    }

    /** What the rules about versions find with these settings of the platform, by what tells findings apart. */
    private Map<String, Finding> found(Settings platform) {
        ResolvedOption option = subject.option();
        RuleSubject changed = new RuleSubject(
                subject.plan(),
                new ResolvedOption(
                        option.option().withSetup(option.option().setup().withPlatform(old -> platform)),
                        option.clusters(),
                        option.assignments()),
                subject.sizing(),
                subject.placements(),
                subject.racks());
        Scene scene = new Scene(changed);
        for (RuleCheck check : checks) {
            check.check().accept(new Inspection(scene, scene.base().rule(check.rule())));
        }
        Map<String, Finding> found = new LinkedHashMap<>();
        scene.findings()
                .forEach(finding -> found.putIfAbsent(
                        finding.rule() + "|" + finding.subject() + "|"
                                + finding.path().orElse(""),
                        finding));
        return found;
    }

    /** @param conflict key of the contradiction to clear */
    private Optional<Change> smallest(String conflict) {
        Finding finding = before.get(conflict);
        if (finding == null) {
            return Optional.empty();
        }
        List<Tried> first = steps(SIDES.getOrDefault(finding.rule(), Set.of()));
        Best best = new Best(conflict);
        first.forEach(step -> best.consider(List.of(step)));
        List<Tried> all = steps(Set.of(VersionSide.values()));
        if (best.change.isEmpty()) {
            for (Tried one : first) {
                all.stream().filter(other -> !one.isOf(other)).forEach(other -> best.consider(List.of(one, other)));
            }
        }
        if (best.change.isEmpty()) {
            considerThree(newest(first), newest(all), best);
        }
        return best.change;
    }

    private static void considerThree(List<Tried> first, List<Tried> all, Best best) {
        for (Tried one : first) {
            for (int i = 0; i < all.size(); i++) {
                Tried second = all.get(i);
                for (Tried third : all.subList(i + 1, all.size())) {
                    if (!one.isOf(second) && !one.isOf(third) && !second.isOf(third)) {
                        best.consider(List.of(one, second, third));
                    }
                }
            }
        }
    }

    /** Of each major release the newest, so that three steps are not too many to try. */
    private static List<Tried> newest(List<Tried> steps) {
        Map<String, Tried> newest = new LinkedHashMap<>();
        for (Tried tried : steps) {
            Step step = tried.step();
            String line = step.setting().kind() instanceof ValueKind.Version
                    ? String.valueOf(Release.of(step.written()).major())
                    : step.written();
            newest.put(step.setting().key() + "|" + line, tried);
        }
        return List.copyOf(newest.values());
    }

    /** Every version that is known of what is stated. */
    private List<Tried> steps(Set<VersionSide> sides) {
        List<Tried> steps = new ArrayList<>();
        for (VersionSide side : VersionSide.values()) {
            if (sides.contains(side)) {
                side.settings().forEach(setting -> steps(side, setting, steps::add));
            }
        }
        return steps;
    }

    private void steps(VersionSide side, Setting<?> setting, Consumer<Tried> take) {
        Optional<String> now = stated.written(setting);
        if (now.isEmpty()) {
            return;
        }
        List<String> known = candidates.of(setting);
        int place = place(setting, known, now.get());
        for (int i = 0; i < known.size(); i++) {
            String written = known.get(i);
            if (!written.equals(now.get())) {
                Step step = new Step(
                        side,
                        setting,
                        stated.shown(setting).orElse(now.get()),
                        Settings.NOTHING
                                .withText(setting, written)
                                .shown(setting)
                                .orElse(written),
                        written);
                // an older version counts a little more than a newer one that is as near
                long apart = i >= place ? 2L * (i - place) : 2L * (place - i) + 1;
                take.accept(new Tried(step, A_SIDE * side.ordinal() + apart));
            }
        }
    }

    /** How many known versions are older. */
    private static int place(Setting<?> setting, List<String> known, String now) {
        if (!(setting.kind() instanceof ValueKind.Version)) {
            return known.indexOf(now);
        }
        Release release = Release.of(now);
        return (int) known.stream()
                .filter(each -> Release.of(each).compareTo(release) < 0)
                .count();
    }

    /** @param trouble by side, then by how far away the version is */
    private record Tried(Step step, long trouble) {
        /** Whether it is of the same setting. */
        boolean isOf(Tried other) {
            return step.setting().equals(other.step().setting());
        }
    }

    /** The smallest change so far. */
    private final class Best {
        private final String conflict;
        private Optional<Change> change = Optional.empty();
        private long cleared;
        private long trouble = Long.MAX_VALUE;

        Best(String conflict) {
            this.conflict = conflict;
        }

        void consider(List<Tried> tried) {
            List<Step> steps = tried.stream().map(Tried::step).toList();
            Settings changed = stated;
            for (Step step : steps) {
                changed = changed.withText(step.setting(), step.written());
            }
            Set<String> after = new HashSet<>(found(changed).keySet());
            if (after.contains(conflict) || !before.keySet().containsAll(after)) {
                return;
            }
            long clears = before.size() - after.size();
            long costs = tried.stream().mapToLong(Tried::trouble).sum();
            if (change.isEmpty() || clears > cleared || clears == cleared && costs < trouble) {
                change = Optional.of(new Change(steps));
                cleared = clears;
                trouble = costs;
            }
        }
    }
}
