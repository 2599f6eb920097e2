package io.hansa.launcher.registry;

import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;

/** Reads a kind from the command line, and names all for the completion. */
final class KindConverter implements ITypeConverter<Kind>, Iterable<String> {
    @Override
    public Kind convert(String text) {
        return Kind.of(text);
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Kind.values()).map(Kind::plural).iterator();
    }
}
