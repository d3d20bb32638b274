package org.sizewright.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.setting.Settings;

/**
 * The versions of an option as a drawing has them: what each is, which of them must go together, and what contradicts. What is not
 * stated is there too, since rules wait for it.
 *
 * @param versions one for each side, in their order
 * @param ties which sides a rule holds against each other, in the order of the rules
 * @param conflicts what contradicts, errors first
 */
public record VersionMap(List<Version> versions, List<Tie> ties, List<VersionConflict> conflicts) {
    public VersionMap {
        versions = List.copyOf(versions);
        ties = List.copyOf(ties);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * One of the versions.
     *
     * @param value as people read it; empty where it is not stated
     * @param worst how bad the worst contradiction is that it is a side of
     */
    public record Version(VersionSide side, String value, Optional<Severity> worst) {
        public boolean isStated() {
            return !value.isEmpty();
        }
    }

    /**
     * Two sides that have to go together.
     *
     * @param rules that hold them against each other
     * @param decided whether both are stated
     * @param conflicts between them
     */
    public record Tie(
            VersionSide one, VersionSide other, List<String> rules, boolean decided, List<VersionConflict> conflicts) {
        public Tie {
            rules = List.copyOf(rules);
            conflicts = List.copyOf(conflicts);
        }

        /** How bad the worst contradiction between them is; empty where no rule speaks against them. */
        public Optional<Severity> worst() {
            return VersionMap.worst(conflicts);
        }
    }

    /** Tries changes for what contradicts, which takes some milliseconds. */
    public static VersionMap of(RuleSubject subject) {
        List<VersionConflict> conflicts = VersionAdvice.of(subject);
        List<Version> versions = Arrays.stream(VersionSide.values())
                .map(side -> version(subject.option(), side, conflicts))
                .toList();
        Map<List<VersionSide>, List<String>> rules = new LinkedHashMap<>();
        VersionAdvice.sidesByRule()
                .forEach((rule, sides) -> pairs(sides)
                        .forEach(pair -> rules.computeIfAbsent(pair, key -> new ArrayList<>())
                                .add(rule)));
        List<Tie> ties = new ArrayList<>();
        rules.forEach((pair, ids) -> {
            boolean decided = pair.stream()
                    .allMatch(side -> !value(subject.option(), side).isEmpty());
            // what is not stated contradicts nothing
            List<VersionConflict> between = conflicts.stream()
                    .filter(conflict ->
                            decided && ids.contains(conflict.finding().rule()))
                    .toList();
            ties.add(new Tie(pair.getFirst(), pair.getLast(), ids, decided, between));
        });
        return new VersionMap(versions, ties, conflicts);
    }

    private static Version version(ResolvedOption option, VersionSide side, List<VersionConflict> conflicts) {
        String value = value(option, side);
        return new Version(
                side,
                value,
                worst(conflicts.stream()
                        .filter(conflict -> !value.isEmpty() && conflict.sides().contains(side))
                        .toList()));
    }

    private static List<List<VersionSide>> pairs(Set<VersionSide> sides) {
        List<VersionSide> sorted = sides.stream().sorted().toList();
        List<List<VersionSide>> pairs = new ArrayList<>();
        for (int one = 0; one < sorted.size(); one++) {
            for (VersionSide other : sorted.subList(one + 1, sorted.size())) {
                pairs.add(List.of(sorted.get(one), other));
            }
        }
        return pairs;
    }

    private static Optional<Severity> worst(List<VersionConflict> conflicts) {
        return conflicts.stream().map(conflict -> conflict.finding().severity()).min(Severity::compareTo);
    }

    private static String value(ResolvedOption option, VersionSide side) {
        if (side == VersionSide.GPU) {
            return option.clusters().stream()
                    .flatMap(cluster -> cluster.groups().stream())
                    .map(group -> group.gpu().name())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
        Settings platform = option.option().setup().platform();
        return side.settings().stream()
                .flatMap(setting -> platform.shown(setting).stream())
                .findFirst()
                .orElse("");
    }
}
