package io.hansa.connector.soap;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Copies one element so that it can stand alone: with every prefix that was declared around it,
 * since values such as those of {@code xsi:type} may use prefixes that no name uses.
 */
final class ElementCopy {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamReader reader;
    private final XMLStreamWriter writer;
    private final Scope around;
    private int depth;
    private int envelopeDeclaredAt;

    private ElementCopy(XMLStreamReader reader, XMLStreamWriter writer, Scope around) {
        this.reader = reader;
        this.writer = writer;
        this.around = around;
    }

    /** The element at whose start the reader is; at its end afterwards. */
    static byte[] of(XMLStreamReader reader, Scope around) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter writer = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
        new ElementCopy(reader, writer, around).copy();
        writer.close();
        return bytes.toByteArray();
    }

    /** Past the element at whose start the reader is. */
    static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Text and comments go with the element.
                }
            }
        }
    }

    private void copy() throws XMLStreamException {
        depth = 1;
        start(around.inside(reader));
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    start(Scope.of(reader));
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.SPACE,
                        XMLStreamConstants.CDATA ->
                        writer.writeCharacters(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("entities are not known here");
                default -> {
                    // Comments and processing instructions are not business data.
                }
            }
        }
        writer.flush();
    }

    private void end() throws XMLStreamException {
        writer.writeEndElement();
        depth--;
        if (depth < envelopeDeclaredAt) {
            envelopeDeclaredAt = 0;
        }
    }

    private void start(Scope declared) throws XMLStreamException {
        writer.writeStartElement(
                text(reader.getPrefix()), reader.getLocalName(), text(reader.getNamespaceURI()));
        Scope needed = declared;
        if (envelopeDeclaredAt == 0 && around.envelopeIsUsedBy(reader)) {
            needed = declared.and(around.envelope());
            envelopeDeclaredAt = depth;
        }
        for (Map.Entry<String, String> namespace : needed.declarations().entrySet()) {
            if (namespace.getKey().isEmpty()) {
                writer.writeDefaultNamespace(namespace.getValue());
            } else {
                writer.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            String uri = text(reader.getAttributeNamespace(index));
            String name = reader.getAttributeLocalName(index);
            String value = reader.getAttributeValue(index);
            if (uri.isEmpty()) {
                writer.writeAttribute(name, value);
            } else {
                writer.writeAttribute(text(reader.getAttributePrefix(index)), uri, name, value);
            }
        }
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }
}
