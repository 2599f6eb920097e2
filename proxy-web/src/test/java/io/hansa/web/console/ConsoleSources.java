package io.hansa.web.console;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the console is put together from. */
final class ConsoleSources {
    private static final Path ROOT = Path.of("src/console");

    private ConsoleSources() {}

    /** The texts of the modules by their paths. */
    static Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        files(ROOT.resolve("js")).forEach(file -> modules.put(file.toString(), read(file)));
        return modules;
    }

    static List<String> languages() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("text"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * @throws IllegalStateException a key stands twice
     */
    static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        for (Path part : files(ROOT.resolve("text").resolve(language))) {
            try (Reader in = Files.newBufferedReader(part);
                    JsonReader json = Json.createReader(in)) {
                json.readObject()
                        .forEach(
                                (key, value) -> {
                                    if (texts.put(key, ((JsonString) value).getString()) != null) {
                                        throw new IllegalStateException(key + " stands twice");
                                    }
                                });
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
