package io.hansa.launcher.inspect;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.Hex;
import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.remote.Ask;
import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends business data to a capability. */
@Command(
        name = "call",
        description = {
            "Sends business data to a capability, and writes the result to standard output.",
            "Without -d and -f the data is read from standard input."
        },
        footer = {
            "",
            "Examples:",
            "  hansa call price.quote -d '{\"item\":\"A-17\"}' --type application/json",
            "  hansa call trade.settle -f basket.bin --hex --include"
        },
        mixinStandardHelpOptions = true)
public final class CallCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CAPABILITY", description = "What is asked for.")
    private String capability;

    @Option(
            names = {"-d", "--data"},
            description = "The data as text.")
    private String data;

    @Option(
            names = {"-f", "--file"},
            description = "The data is in this file.")
    private Path file;

    @Option(
            names = "--type",
            description = {
                "The data's Content-Type, by default text/plain; charset=UTF-8 for --data,",
                "and application/octet-stream for a file and standard input."
            })
    private String type;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME=VALUE",
            description = "One more header; may stand several times.")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Option(names = "--key", description = "An idempotency key: the same again acts once.")
    private String key;

    @Option(
            names = "--timeout",
            paramLabel = "MILLIS",
            defaultValue = "30000",
            description = "The deadline, by default ${DEFAULT-VALUE} ms.")
    private long timeoutMillis;

    @Option(names = "--hex", description = "Shows the result in hex and text.")
    private boolean hex;

    @Option(
            names = {"-i", "--include"},
            description = "Shows status and headers, on standard error.")
    private boolean include;

    @Mixin private ProxyOptions proxy;

    @Override
    public Integer call() throws InterruptedException {
        Ask ask =
                proxy.connect()
                        .post("/api/v1/services")
                        .segment(capability)
                        .header("Idempotency-Key", key)
                        .header("Hansa-Timeout-Ms", Long.toString(timeoutMillis))
                        .within(Duration.ofMillis(timeoutMillis + 5_000))
                        .body(type(), body());
        headers.forEach(ask::header);
        Answer answer = ask.send();
        if (include) {
            System.err.println("status: " + answer.status());
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) ->
                                    System.err.println(name + ": " + String.join(", ", values)));
        }
        write(answer.required().body());
        return 0;
    }

    /** Text is converted to a server's charset, other data is not. */
    private String type() {
        if (type != null) {
            return type;
        }
        return data == null ? "application/octet-stream" : "text/plain; charset=UTF-8";
    }

    private byte[] body() {
        try {
            if (data != null) {
                return data.getBytes(StandardCharsets.UTF_8);
            }
            return file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new LaunchException(ExitStatus.USAGE, "%s could not be read.".formatted(file));
        }
    }

    private void write(byte[] result) {
        if (hex) {
            System.out.print(Hex.dump(result));
            return;
        }
        System.out.write(result, 0, result.length);
        System.out.flush();
        if (System.console() != null) {
            System.out.println();
        }
    }
}
