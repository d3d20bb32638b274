import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run by the build on the JDK that was chosen for it: leaves the marker file that the enforcer asks for if that JDK is a 25,
 * and removes it otherwise. So a machine without a JDK 25 gets the enforcer's one sentence instead of a compiler's riddle.
 */
class FindJdk25 {
    public static void main(String[] args) throws IOException {
        Path marker = Path.of(args[0]);
        if (Runtime.version().feature() == 25) {
            Files.createDirectories(marker.getParent());
            Files.writeString(marker, System.getProperty("java.home") + "\n");
        } else {
            Files.deleteIfExists(marker);
        }
    }
}
