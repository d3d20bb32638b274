package org.sizewright.plan.setting;

/** What settings are about, in the order in which screens show them. */
public enum Topic {
    PLATFORM("Platform and versions", Scope.OPTION),
    KUBERNETES("Kubernetes", Scope.OPTION),
    LICENCES("Licences", Scope.OPTION),
    NETWORK("Network and storage", Scope.OPTION),
    OPERATIONS("Operations", Scope.OPTION),
    BIOS("BIOS", Scope.GROUP),
    HOST("Host", Scope.GROUP),
    MACHINE("Virtual machine", Scope.WORKLOAD),
    USE("Use", Scope.WORKLOAD);

    /** What a setting is set on. */
    public enum Scope {
        /** An option as a whole. */
        OPTION,
        /** A group of hosts. */
        GROUP,
        /** The machines of a workload. */
        WORKLOAD
    }

    private final String title;
    private final Scope scope;

    Topic(String title, Scope scope) {
        this.title = title;
        this.scope = scope;
    }

    public String title() {
        return title;
    }

    public Scope scope() {
        return scope;
    }
}
