package io.hansa.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of {@code System.Logger.log} in the sources. The byte code does not tell which text
 * belongs to which call.
 *
 * @param packageName of the class that calls
 * @param arguments of the call, as they are written
 */
record LogCall(Path file, String packageName, String arguments) {
    private static final String CALL = "LOG.log(";
    private static final Pattern LEVEL =
            Pattern.compile("(?:[\\w.]*Level\\.)?(INFO|DEBUG|TRACE|WARNING|ERROR)\\b[^?:]*");
    private static final Pattern ID = Pattern.compile("\"HANSA-(\\d{4}) ");

    /** All calls in the product's classes of one source directory. */
    static Stream<LogCall> in(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> classes = files.filter(file -> file.toString().endsWith(".java")).toList();
            return classes.stream().flatMap(file -> calls(sources, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is for developers only. A level that the call decides itself is not. */
    boolean isForDevelopers() {
        Matcher level = LEVEL.matcher(arguments.split(",", 2)[0].strip());
        return level.matches()
                && (level.group(1).equals("DEBUG") || level.group(1).equals("TRACE"));
    }

    List<Integer> ids() {
        return ID.matcher(arguments)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static Stream<LogCall> calls(Path sources, Path file) {
        String text = read(file);
        String packageName =
                sources.relativize(file.getParent())
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
        Stream.Builder<LogCall> calls = Stream.builder();
        for (int at = text.indexOf(CALL); at >= 0; at = text.indexOf(CALL, at + 1)) {
            int from = at + CALL.length();
            calls.add(new LogCall(file, packageName, text.substring(from, end(text, from))));
        }
        return calls.build();
    }

    /** Where the statement ends: no text of a message has a semicolon at the end of its line. */
    private static int end(String text, int from) {
        return text.indexOf(";\n", from);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
