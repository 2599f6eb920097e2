package io.hansa.launcher.node;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a {@code java @file}: one argument a line, quoted. It keeps passwords out of the
 * process list. (The java command, section "java Command-Line Argument Files")
 */
final class ArgumentFile {

    private ArgumentFile() {}

    static String of(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\"\n\"", "\"", "\"\n"));
    }
}
