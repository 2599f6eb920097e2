package io.hansa.connector.soap;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;

/**
 * The prefixes that elements declare, the envelope's own apart: content that does not use it need
 * not drag it along.
 *
 * @param declarations URIs by prefix, the empty one for the default
 * @param envelope the same, of the prefixes that mean the envelope's namespace
 */
record Scope(String envelopeUri, Map<String, String> declarations, Map<String, String> envelope) {

    static final Scope NONE = new Scope("");

    Scope(String envelopeUri) {
        this(envelopeUri, Map.of(), Map.of());
    }

    /** What the element at whose start the reader is declares itself. */
    static Scope of(XMLStreamReader reader) {
        return NONE.inside(reader);
    }

    /** This one, with what the element at whose start the reader is declares. */
    Scope inside(XMLStreamReader reader) {
        Map<String, String> declared = new TreeMap<>(declarations);
        Map<String, String> wrapping = new TreeMap<>(envelope);
        for (int index = 0; index < reader.getNamespaceCount(); index++) {
            String prefix = orEmpty(reader.getNamespacePrefix(index));
            String uri = orEmpty(reader.getNamespaceURI(index));
            declared.remove(prefix);
            wrapping.remove(prefix);
            (uri.equals(envelopeUri) && !uri.isEmpty() ? wrapping : declared).put(prefix, uri);
        }
        return new Scope(envelopeUri, declared, wrapping);
    }

    /** This one and some more declarations, its own first. */
    Scope and(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.putAll(declarations);
        return new Scope(envelopeUri, all, Map.of());
    }

    /**
     * Whether the name of the element, or of one of its attributes, is in the envelope's namespace.
     */
    boolean envelopeIsUsedBy(XMLStreamReader reader) {
        if (envelope.isEmpty()) {
            return false;
        }
        boolean used = envelopeUri.equals(reader.getNamespaceURI());
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            used |= envelopeUri.equals(reader.getAttributeNamespace(index));
        }
        return used;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
