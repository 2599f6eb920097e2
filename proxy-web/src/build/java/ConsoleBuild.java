import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Puts the console together while the web module is built: modules into few files, styles and texts
 * into one file each, all of them compressed, below a folder that is named after their content. The
 * JDK runs it without compiling it first (JEP 330), so it is one of the two files of this program.
 *
 * <p>{@code java -cp CLASSES ConsoleBuild SOURCE TARGET FILE=JAR!ENTRY…}
 */
public final class ConsoleBuild {
    private static final int NAME_DIGITS = 16;

    private final Path source;
    private final Map<String, byte[]> files = new TreeMap<>();

    private ConsoleBuild(Path source) {
        this.source = source;
    }

    public static void main(String[] arguments) throws Exception {
        ConsoleBuild build = new ConsoleBuild(Path.of(arguments[0]));
        for (String library : List.of(arguments).subList(2, arguments.length)) {
            build.addLibrary(library);
        }
        build.addModules();
        build.addStyles();
        build.addTexts();
        build.addPictures();
        build.write(Path.of(arguments[1]));
    }

    /** A library's module, whose imports of other libraries become those of files beside it. */
    private void addLibrary(String library) throws IOException {
        String name = library.substring(0, library.indexOf('='));
        String jar = library.substring(name.length() + 1, library.lastIndexOf('!'));
        String entry = library.substring(library.lastIndexOf('!') + 1);
        try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar))) {
            String text = Files.readString(inside.getPath(entry));
            text = text.replaceAll("(?m)^//# sourceMappingURL=.*$", "");
            put(name, text.replaceAll("from\\s*\"([a-z]+)\"", "from\"./$1.js\""));
        }
    }

    private void addModules() throws IOException {
        Path modules = source.resolve("js");
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(modules)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".js")).toList()) {
                String name = modules.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file));
            }
        }
        new ConsoleModules(texts).bundles().forEach(this::put);
    }

    private void addStyles() throws IOException {
        StringBuilder all = new StringBuilder(text(files.remove("uplot.css")));
        for (Path file : list("style")) {
            all.append(Files.readString(file));
        }
        put("app.css", all.toString().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " "));
    }

    /** The parts of a language are flat objects; here they become one. */
    private void addTexts() throws IOException {
        for (Path language : list("text")) {
            try (Stream<Path> parts = Files.list(language)) {
                put(
                        language.getFileName() + ".json",
                        parts.sorted()
                                .map(ConsoleBuild::members)
                                .collect(Collectors.joining(",", "{", "}")));
            }
        }
    }

    private static String members(Path part) {
        try {
            String text = Files.readString(part).strip();
            return text.substring(1, text.length() - 1).strip().replaceAll("\n\\s*", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void addPictures() throws IOException {
        put("icon.svg", Files.readString(source.resolve("icon.svg")));
    }

    private List<Path> list(String folder) throws IOException {
        try (Stream<Path> all = Files.list(source.resolve(folder))) {
            return all.sorted().toList();
        }
    }

    private void write(Path target) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        files.forEach(
                (name, bytes) -> {
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                });
        String folder = HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
        String page = Files.readString(source.resolve("index.html")).replace("{folder}", folder);
        Files.createDirectories(target);
        StringBuilder names = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(target.resolve(file.getKey() + ".gz"), compressed(file.getValue()));
            names.append(folder).append('/').append(file.getKey()).append('\n');
        }
        Files.write(
                target.resolve("index.html.gz"), compressed(page.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(target.resolve("files.txt"), names);
    }

    private void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (GZIPOutputStream out =
                new GZIPOutputStream(all) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            out.write(bytes);
        }
        return all.toByteArray();
    }
}
