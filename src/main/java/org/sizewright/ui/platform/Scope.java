package org.sizewright.ui.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Setup;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.Topic;

/** What settings are stated of: the option as a whole, a group of hosts, or the machines of a workload. */
sealed interface Scope {
    /** What the user calls it; empty for the option as a whole. */
    String name();

    /** The place of its settings in the option, such as {@code /setup/hosts/g1}. */
    String place();

    Settings of(Setup setup);

    Setup with(Setup setup, UnaryOperator<Settings> change);

    List<Topic> topics();

    record Whole() implements Scope {
        @Override
        public String name() {
            return "";
        }

        @Override
        public String place() {
            return "/setup/platform";
        }

        @Override
        public Settings of(Setup setup) {
            return setup.platform();
        }

        @Override
        public Setup with(Setup setup, UnaryOperator<Settings> change) {
            return setup.withPlatform(change);
        }

        @Override
        public List<Topic> topics() {
            return Scope.topics(Topic.Scope.OPTION);
        }
    }

    record Hosts(GroupId group, String name) implements Scope {
        @Override
        public String place() {
            return "/setup/hosts/" + group;
        }

        @Override
        public Settings of(Setup setup) {
            return setup.of(group);
        }

        @Override
        public Setup with(Setup setup, UnaryOperator<Settings> change) {
            return setup.with(group, change);
        }

        @Override
        public List<Topic> topics() {
            return Scope.topics(Topic.Scope.GROUP);
        }
    }

    record Machines(WorkloadId workload, String name) implements Scope {
        @Override
        public String place() {
            return "/setup/machines/" + workload;
        }

        @Override
        public Settings of(Setup setup) {
            return setup.of(workload);
        }

        @Override
        public Setup with(Setup setup, UnaryOperator<Settings> change) {
            return setup.with(workload, change);
        }

        @Override
        public List<Topic> topics() {
            return Scope.topics(Topic.Scope.WORKLOAD);
        }
    }

    /** Those of an option: the whole, its hosts, its machines. */
    static List<Scope> of(Plan plan, Option option) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Whole());
        for (Cluster cluster : option.clusters()) {
            for (HostGroup group : cluster.groups()) {
                scopes.add(new Hosts(group.id(), group.name()));
            }
        }
        option.assignments()
                .forEach(assignment -> plan.workload(assignment.workload())
                        .ifPresent(workload -> scopes.add(new Machines(workload.id(), workload.name()))));
        return List.copyOf(scopes);
    }

    private static List<Topic> topics(Topic.Scope of) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.scope() == of)
                .toList();
    }
}
