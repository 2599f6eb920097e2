import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** Gives the index of annotations in each jar the time of the build: Jandex enters it with the current one. */
final class IndexTimes {
    private IndexTimes() {}

    public static void main(String[] timeAndJars) throws Exception {
        FileTime time = FileTime.from(Instant.parse(timeAndJars[0]));
        for (String jar : List.of(timeAndJars).subList(1, timeAndJars.length)) {
            try (var opened = FileSystems.newFileSystem(Path.of(jar))) {
                Files.setLastModifiedTime(opened.getPath("META-INF", "jandex.idx"), time);
            }
        }
    }
}
