package io.hansa.connector.soap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Readers of XML from strangers: no DTD and so no entities, nothing fetched, depth bounded by who reads. */
final class SafeXml {

    static final int MOST_DEPTH = 200;

    private static final XMLInputFactory READERS = readers();

    private SafeXml() {}

    /**
     * @param encoding as the transport states it; null: as the document says (RFC 7303, section 3)
     */
    static XMLStreamReader reader(byte[] document, String encoding) throws XMLStreamException {
        InputStream in = new ByteArrayInputStream(document);
        return encoding == null
                ? READERS.createXMLStreamReader(in)
                : READERS.createXMLStreamReader(in, encoding);
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
