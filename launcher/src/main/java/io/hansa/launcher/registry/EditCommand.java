package io.hansa.launcher.registry;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.YamlText;
import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens one item in the user's editor. */
@Command(
        name = "edit",
        description = {
            "Opens an item as YAML in the editor of VISUAL or EDITOR, and writes back what was changed.",
            "Where somebody else has changed it meanwhile, nothing is written and the text is kept."
        },
        footer = {"", "Example:", "  EDITOR=nano hansa edit server pricing-1"},
        mixinStandardHelpOptions = true)
public final class EditCommand implements Callable<Integer> {
    private static final List<String> SHOWN_ONLY =
            List.of("name", "id", "changedAt", "passwordSet", "members", "warnings", "lastUsedAt");

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindConverter.class,
            completionCandidates = KindConverter.class,
            description = "The item's kind.")
    private Kind kind;

    @Parameters(index = "1", paramLabel = "KEY", description = "Its name or id.")
    private String key;

    @Mixin private WriteOptions write;
    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Connection connection = proxy.connect();
        Answer read = connection.get(kind.path()).segment(key).send().required();
        var shown = Json.createObjectBuilder(read.json());
        SHOWN_ONLY.forEach(shown::remove);
        JsonObject before = shown.build();
        Path directory = Files.createTempDirectory("hansa-edit-");
        Path file = PrivateFiles.write(directory.resolve("item.yaml"), YamlText.print(before));
        open(file);
        JsonObject after = YamlText.object(Files.readString(file));
        if (after.equals(before)) {
            PrivateFiles.remove(directory);
            System.err.println("Nothing was changed.");
            return 0;
        }
        Answer answer =
                write.on(connection.put(kind.path()).segment(key))
                        .header("If-Match", read.header("ETag"))
                        .body(after)
                        .send();
        if (!answer.isGood()) {
            LaunchException failure = answer.failure();
            throw new LaunchException(
                    failure.status(),
                    "%s%nYour text is kept in %s.".formatted(failure.getMessage(), file));
        }
        PrivateFiles.remove(directory);
        return Written.tell(answer, write.isDryRun(), kind, key, output);
    }

    private static void open(Path file) throws IOException, InterruptedException {
        String visual = System.getenv("VISUAL");
        String editor = visual == null ? System.getenv().getOrDefault("EDITOR", "vi") : visual;
        Process process =
                new ProcessBuilder("sh", "-c", editor + " \"$1\"", "editor", file.toString())
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new LaunchException(
                    "The editor %s failed; nothing was written.".formatted(editor));
        }
    }
}
