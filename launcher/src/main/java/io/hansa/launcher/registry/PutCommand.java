package io.hansa.launcher.registry;

import io.hansa.launcher.context.PasswordSource;
import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.YamlText;
import io.hansa.launcher.remote.Ask;
import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates or replaces one item, or changes some of its members. */
@Command(
        name = "put",
        description = {
            "Creates or replaces one item; with --patch, changes only the members that are given.",
            "A permission without a key is created."
        },
        footer = {
            "",
            "Examples:",
            "  hansa put capability trade.settle --set replay=ONCE --set timeoutMillis=2000",
            "  hansa put permission --set subject=account:shop --set capability=trade.*",
            "  hansa put account alice --new-password env:ALICE --set groups=[retail]",
            "  hansa put account alice --patch --set enabled=false --reason 'has left'",
            "  hansa put server pricing-1 -f pricing-1.yaml --dry-run"
        },
        mixinStandardHelpOptions = true)
public final class PutCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindConverter.class,
            completionCandidates = KindConverter.class,
            description = "The item's kind.")
    private Kind kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "Its name or id.")
    private String key;

    @Option(
            names = {"-f", "--file"},
            description = "The item as YAML or JSON; - is standard input.")
    private String file;

    @Option(
            names = "--set",
            paramLabel = "MEMBER=VALUE",
            description = "One member; the value is JSON or YAML, such as 5, true or [a, b].")
    private Map<String, String> members = new LinkedHashMap<>();

    @Option(
            names = "--new-password",
            paramLabel = "SOURCE",
            description = "Of an account: env:NAME, file:PATH, or - for standard input.")
    private String newPassword;

    @Option(names = "--patch", description = "Changes members (RFC 7396); the others stay.")
    private boolean patch;

    @Option(names = "--if-match", paramLabel = "ETAG", description = "Only if it is unchanged.")
    private String tag;

    @Mixin private WriteOptions write;
    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        if (!kind.isWritten() || key == null && kind != Kind.PERMISSIONS) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    kind.isWritten()
                            ? "Give the key of the item, too."
                            : "%s are not written with put; see hansa operate."
                                    .formatted(kind.plural()));
        }
        JsonObject item = item();
        Ask ask = ask(proxy.connect()).header("If-Match", tag);
        String type = patch ? "application/merge-patch+json" : "application/json";
        return Written.tell(
                write.on(ask).body(type, item.toString()).send(),
                write.isDryRun(),
                kind,
                key,
                output);
    }

    private Ask ask(Connection connection) {
        if (key == null) {
            return connection.post(kind.path());
        }
        return (patch ? connection.patch(kind.path()) : connection.put(kind.path())).segment(key);
    }

    private JsonObject item() {
        JsonObject given =
                file == null
                        ? JsonValue.EMPTY_JSON_OBJECT
                        : YamlText.object(new String(InputFile.read(file), StandardCharsets.UTF_8));
        JsonObjectBuilder item = Json.createObjectBuilder(given);
        if (members.containsKey("password")) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "Other users see arguments; give a password with --new-password.");
        }
        members.forEach((name, value) -> item.add(name, YamlText.value(value)));
        if (newPassword != null) {
            item.add("password", PasswordSource.read(newPassword, key));
        }
        return item.build();
    }
}
