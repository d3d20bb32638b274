package org.sizewright.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from the manifest of its jar. */
public final class Version implements IVersionProvider {
    /** "Sizewright 0.1.0"; without a number when run from class files. */
    public static String product() {
        return "Sizewright"
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .map(number -> " " + number)
                        .orElse("");
    }

    @Override
    public String[] getVersion() {
        return new String[] {product()};
    }
}
