package io.hansa.connector.soap;

import io.hansa.connector.pool.Deadline;
import io.hansa.connector.text.ByteOrderMark;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Readers of untrusted XML: no DTD and so no entities, nothing fetched, attributes, namespaces and
 * depth bounded, in time linear to the document's length and never past the deadline.
 */
final class SafeXml {

    private static final XMLInputFactory READERS = readers();

    private SafeXml() {}

    /**
     * @param encoding as the transport states it; null: as the document says. A byte order mark
     *     comes before both (RFC 7303, section 3)
     */
    static XMLStreamReader reader(byte[] document, String encoding, Deadline deadline)
            throws XMLStreamException {
        ByteOrderMark mark = ByteOrderMark.of(document);
        int from = mark == null ? 0 : mark.length();
        Reader characters =
                new InputStreamReader(
                        new ByteArrayInputStream(document, from, document.length - from),
                        charset(mark, document, encoding).newDecoder());
        return new BoundedElements(
                READERS.createXMLStreamReader(new GuardedText(characters, deadline)));
    }

    private static Charset charset(ByteOrderMark mark, byte[] document, String encoding)
            throws XMLStreamException {
        if (mark != null) {
            return mark.charset();
        }
        return Charset.forName(encoding == null ? stated(document) : encoding);
    }

    /** By its first bytes and its declaration. Reads no further than that. */
    private static String stated(byte[] document) throws XMLStreamException {
        String encoding =
                READERS.createXMLStreamReader(new ByteArrayInputStream(document)).getEncoding();
        return encoding == null ? "UTF-8" : encoding;
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("no entity is ever fetched");
                });
        return factory;
    }
}
