package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;

/** What people call the machines of an option, and their colours. */
final class VmNames {
    private final Texts texts;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> colours = new HashMap<>();
    private final Map<String, String> profiles = new HashMap<>();
    private final Map<String, ResolvedAssignment> assignments = new HashMap<>();
    private final List<String> profileOrder;

    VmNames(Texts texts, OptionResult result) {
        this.texts = texts;
        List<Workload> workloads = result.plan().plan().workloads();
        for (int i = 0; i < workloads.size(); i++) {
            names.put(workloads.get(i).id().value(), workloads.get(i).name());
            colours.put(workloads.get(i).id().value(), i);
        }
        Set<String> order = new LinkedHashSet<>();
        result.option().assignments().forEach(assignment -> {
            String profile = profile(assignment.share());
            order.add(profile);
            WorkloadId id = assignment.workload().workload().id();
            profiles.put(id.value(), profile);
            assignments.put(id.value(), assignment);
        });
        profileOrder = List.copyOf(order);
    }

    private String profile(GpuShare share) {
        return switch (share) {
            case GpuShare.Whole whole ->
                whole.fullType().map(type -> type.name().value()).orElse(texts.get("placement.whole"));
            case GpuShare.Shared shared -> shared.profile();
        };
    }

    /** How the option carries the workload of a class; empty for machines without a GPU. */
    Optional<ResolvedAssignment> assignment(String vmClass) {
        return Optional.ofNullable(assignments.get(vmClass));
    }

    String workload(String vmClass) {
        String name = names.getOrDefault(VmClass.workloadOf(vmClass), vmClass);
        return VmClass.isDatabase(vmClass) ? texts.get("placement.database", name) : name;
    }

    /** The profile or vGPU type of a class; a whole GPU in words where no type is known. */
    String profile(String vmClass) {
        return VmClass.isDatabase(vmClass)
                ? texts.get("placement.noGpu")
                : profiles.getOrDefault(vmClass, texts.get("placement.whole"));
    }

    /** Whether the profile is a vGPU type or MIG profile with a name of its own. */
    boolean isTyped(String vmClass) {
        return !profile(vmClass).equals(texts.get("placement.whole"));
    }

    /** The profile without the name of the GPU: 20C of H100XM-20C. */
    static String brief(String profile) {
        int dash = profile.lastIndexOf('-');
        return dash >= 0 && dash < profile.length() - 1 && profile.indexOf(' ') < 0
                ? profile.substring(dash + 1)
                : profile;
    }

    String vm(PlacedVm vm) {
        return workload(vm.vmClass()) + "-" + vm.number();
    }

    /** What can stand on the machine's stretch, from long to short. */
    List<String> labels(PlacedVm vm, GpuNeed need, ColourBy by) {
        List<String> labels = new ArrayList<>();
        String name = vm(vm);
        String brief = brief(profile(vm.vmClass()));
        boolean whole = need instanceof GpuNeed.Whole;
        if (need instanceof GpuNeed.Whole several && several.gpus() > 1) {
            labels.add(texts.get("placement.label.gpus", name, several.gpus()));
        } else if (!whole) {
            labels.add(name + " · " + brief);
        }
        if (by == ColourBy.PROFILE && !whole) {
            labels.add(brief);
        }
        labels.add(name);
        String first = workload(vm.vmClass()).strip().split("\\s+", 2)[0];
        labels.add(first + "-" + vm.number());
        labels.add(initials(workload(vm.vmClass())) + "-" + vm.number());
        labels.add(String.valueOf(vm.number()));
        return labels;
    }

    /** The first letter, and those of the other words that begin with a capital or a digit, or are long. */
    private static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            boolean telling = letters.isEmpty() || word.length() > 3 || !Character.isLowerCase(word.charAt(0));
            if (telling && Character.isLetterOrDigit(word.charAt(0))) {
                letters.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return letters.toString();
    }

    /** Machines by name, consecutive ones of a workload in short: Notebooks-1 to 12. */
    String list(Collection<RefusedVm> vms) {
        Map<String, TreeSet<Integer>> numbers = new LinkedHashMap<>();
        vms.forEach(vm -> numbers.computeIfAbsent(vm.vmClass(), ignored -> new TreeSet<>())
                .add(vm.number()));
        List<String> parts = new ArrayList<>();
        numbers.forEach((vmClass, sorted) -> {
            List<Integer> rest = List.copyOf(sorted);
            int from = 0;
            while (from < rest.size()) {
                int to = from;
                while (to + 1 < rest.size() && rest.get(to + 1) == rest.get(to) + 1) {
                    to++;
                }
                String first = workload(vmClass) + "-" + rest.get(from);
                parts.add(to == from ? first : texts.get("placement.range", first, rest.get(to)));
                from = to + 1;
            }
        });
        return String.join(", ", parts);
    }

    Fill fill(String vmClass, ColourBy by) {
        return switch (by) {
            case WORKLOAD -> Fill.work(colours.getOrDefault(VmClass.workloadOf(vmClass), 0));
            case PROFILE -> Fill.work(Math.max(0, profileOrder.indexOf(profile(vmClass))));
        };
    }

    /** The classes or profiles that have a colour, each with it. */
    List<Colour> colours(List<VmClass> classes, ColourBy by) {
        Map<String, Fill> seen = new HashMap<>();
        List<Colour> list = new ArrayList<>();
        for (VmClass each : classes) {
            if (each.gpu() instanceof GpuNeed.None) {
                continue;
            }
            String label = by == ColourBy.WORKLOAD ? workload(each.id()) : profile(each.id());
            if (seen.put(label, fill(each.id(), by)) == null) {
                list.add(new Colour(label, fill(each.id(), by)));
            }
        }
        return list;
    }

    record Colour(String label, Fill fill) {}

    /** A sentence of the placement with the workloads' names in place of the ids of their classes. */
    String named(String sentence) {
        return VmClass.named(sentence, this::workload);
    }
}
