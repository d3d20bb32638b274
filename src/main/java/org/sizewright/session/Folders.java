package org.sizewright.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the program keeps what belongs to this user on this machine: preferences and recovery copies. */
public record Folders(Path state) {
    /** The usual place of the system, from its environment. */
    public static Folders of(String osName, Path home, Map<String, String> environment) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new Folders(
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                            .resolve("Sizewright"));
        }
        if (system.contains("mac")) {
            return new Folders(
                    home.resolve("Library").resolve("Application Support").resolve("Sizewright"));
        }
        return new Folders(
                folder(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state"))
                        .resolve("sizewright"));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(otherwise);
    }

    public Path recovery() {
        return state.resolve("recovery");
    }

    /** The user's own library records; they go before the shipped ones. */
    public Path library() {
        return state.resolve("library");
    }

    /** What was answered when lists were imported: column mappings, names, classes. */
    public Path importAnswers() {
        return state.resolve("import-answers.json");
    }

    /** Saved filters and favourites of the catalog. */
    public Path catalogDesk() {
        return state.resolve("catalog-desk.json");
    }

    public Path preferences() {
        return state.resolve("preferences.json");
    }
}
