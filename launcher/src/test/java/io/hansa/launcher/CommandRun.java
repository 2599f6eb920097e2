package io.hansa.launcher;

import io.hansa.launcher.proxy.FakeProxy;
import io.hansa.launcher.workspace.LaunchException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A command that has ended.
 *
 * @param printed to standard output
 * @param explained the sentence of a failure; empty for none
 */
public record CommandRun(int status, String printed, String explained) {
    /** Runs a command in this process; one at a time, because standard output is redirected. */
    public static CommandRun of(Object command, FakeProxy proxy, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", proxy.address().toString()));
        return of(command, all);
    }

    /** Runs it with the context that the arguments name. */
    public static CommandRun of(Object command, List<String> arguments) {
        StringBuilder explained = new StringBuilder();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int status =
                    new CommandLine(command)
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .setExecutionExceptionHandler(
                                    (failure, line, parsed) -> {
                                        explained.append(failure.getMessage());
                                        return ((LaunchException) failure).status();
                                    })
                            .execute(arguments.toArray(String[]::new));
            return new CommandRun(
                    status, printed.toString(StandardCharsets.UTF_8), explained.toString());
        } finally {
            System.setOut(before);
        }
    }

    public List<String> lines() {
        return printed.lines().toList();
    }
}
