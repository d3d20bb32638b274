package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;

/** The cluster that a view looks at: the same one in every newer result as long as it is there. */
final class ChosenCluster {
    private final Texts texts;
    private List<ClusterSubject> all = List.of();
    private Optional<ClusterSubject> subject = Optional.empty();

    ChosenCluster(Texts texts) {
        this.texts = texts;
    }

    /** Those that can be chosen. */
    List<ClusterSubject> all() {
        return all;
    }

    /** The one that is looked at; empty if the option has none with machines and hosts. */
    Optional<ClusterSubject> subject() {
        return subject;
    }

    void choose(ClusterSubject other) {
        subject = Optional.of(other);
    }

    /** Takes a newer result. @return whether the cluster has the same machines in the same places as before */
    boolean show(Optional<OptionResult> result) {
        Optional<ClusterSubject> before = subject;
        all = ClusterSubject.of(texts, result);
        subject = ClusterSubject.chosen(all, before.map(ClusterSubject::id).orElse(""));
        return subject.isPresent()
                && before.isPresent()
                && subject.get().problem().equals(before.get().problem())
                && subject.get()
                        .placed()
                        .placement()
                        .equals(before.get().placed().placement());
    }
}
