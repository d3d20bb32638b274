package org.sizewright.library;

import java.util.ArrayList;
import java.util.List;

/** Whether the records of a library fit together: what they name must exist. */
public final class LibraryCheck {
    private final Library library;
    private final List<LibraryProblem> problems = new ArrayList<>();

    private LibraryCheck(Library library) {
        this.library = library;
    }

    /** Sentences about every name that leads nowhere; empty if all is well. Meant for a library after its overlays. */
    public static List<LibraryProblem> problemsOf(Library library) {
        LibraryCheck check = new LibraryCheck(library);
        library.gpus().forEach(check::gpu);
        library.migProfileSets().forEach(check::set);
        library.vgpuTypes().forEach(check::type);
        return List.copyOf(check.problems);
    }

    private void gpu(Gpu gpu) {
        gpu.migProfileSet().ifPresent(id -> {
            if (library.migProfileSet(id).isEmpty()) {
                problem(gpu, "the MIG profile set \"" + id + "\" does not exist");
            }
        });
    }

    private void set(MigProfileSet set) {
        for (GpuId id : set.gpuIds()) {
            if (library.gpu(id).isEmpty()) {
                problem(set, "the GPU \"" + id + "\" does not exist");
            }
        }
    }

    private void type(VgpuType type) {
        for (GpuId id : type.gpuIds()) {
            if (library.gpu(id).isEmpty()) {
                problem(type, "the GPU \"" + id + "\" does not exist");
            } else if (type.migProfile().isPresent()
                    && library.migProfilesOf(id)
                            .flatMap(set -> set.profile(type.migProfile().get()))
                            .isEmpty()) {
                problem(type, "the MIG profile \"" + type.migProfile().get() + "\" does not exist on " + id);
            }
        }
    }

    private void problem(LibraryRecord record, String sentence) {
        problems.add(new LibraryProblem(record.kind().word() + ' ' + record.key(), sentence));
    }
}
