package io.hansa.launcher.context;

import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All contexts of a user, in {@code contexts.json} below {@code HANSA_CONFIG_HOME}, or below {@code
 * hansa} in the user's directory of settings. Not thread-safe.
 */
public final class Contexts {
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private final Map<String, Context> byName = new TreeMap<>();
    private String current;

    private Contexts(Path file) {
        this.file = file;
    }

    /** The user's. */
    public static Contexts load() {
        return load(directory(System.getenv()).resolve("contexts.json"));
    }

    static Contexts load(Path file) {
        Contexts contexts = new Contexts(file);
        if (Files.exists(file)) {
            contexts.read();
        }
        return contexts;
    }

    static Path directory(Map<String, String> environment) {
        String own = environment.get("HANSA_CONFIG_HOME");
        if (own != null) {
            return Path.of(own);
        }
        String settings = environment.get("XDG_CONFIG_HOME");
        return settings == null
                ? Path.of(System.getProperty("user.home"), ".config", "hansa")
                : Path.of(settings, "hansa");
    }

    public Map<String, Context> all() {
        return byName;
    }

    /** The name of the one that commands use; nothing before the first sign-in. */
    public Optional<String> current() {
        return Optional.ofNullable(current);
    }

    public Context get(String name) {
        Context context = byName.get(name);
        if (context == null) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "There is no context %s; hansa context list shows them.".formatted(name));
        }
        return context;
    }

    public void put(String name, Context context) {
        byName.put(name, context);
    }

    public void use(String name) {
        get(name);
        current = name;
    }

    public void remove(String name) {
        get(name);
        byName.remove(name);
        if (name.equals(current)) {
            current = null;
        }
    }

    /** Writes the file anew, as a whole. */
    public void save() {
        var contexts = Json.createObjectBuilder();
        byName.forEach((name, context) -> contexts.add(name, context.json()));
        var json = Json.createObjectBuilder().add("contexts", contexts);
        if (current != null) {
            json.add("current", current);
        }
        try {
            PrivateFiles.directory(file.getParent());
            PrivateFiles.write(file, json.build().toString());
        } catch (IOException full) {
            throw new LaunchException("%s could not be written.".formatted(file), full);
        }
    }

    private void read() {
        requirePrivate();
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            JsonObject json = reader.readObject();
            json.getJsonObject("contexts")
                    .forEach((name, one) -> byName.put(name, Context.of(one.asJsonObject())));
            current = json.getString("current", null);
        } catch (IOException | JsonException | ClassCastException | NullPointerException broken) {
            throw new LaunchException(
                    "%s could not be read; mend or remove it.".formatted(file), broken);
        }
    }

    private void requirePrivate() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.retainAll(OF_OTHERS);
            if (!permissions.isEmpty()) {
                throw new LaunchException(
                        "Other users may read %s, which has tokens in it: chmod 600 %s"
                                .formatted(file, file));
            }
        } catch (IOException unreadable) {
            throw new LaunchException("%s could not be read.".formatted(file), unreadable);
        }
    }
}
