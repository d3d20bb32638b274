package org.sizewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the command line may ask of the window. */
public interface WindowFace {
    /** Opens the window on these files and returns when it is closed. */
    void open(List<Path> files);

    /** Renders every screen into a folder, without a display; each file written is reported. */
    void screens(Path folder, Consumer<Path> written) throws java.io.IOException;
}
