package io.hansa.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hansa.connector.Soap;
import io.hansa.connector.pool.Deadline;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Envelopes of one version. Immutable, for any number of threads. */
public final class SoapEnvelope {

    private static final String NOT_XML =
            "it is no well-formed XML without a DTD, is nested too deeply, or has too many attributes or namespaces";

    private final Soap soap;

    public SoapEnvelope(Soap soap) {
        this.soap = soap;
    }

    /** The media type of the request, with its action where that is its place. */
    public String contentType() {
        return switch (soap.version()) {
            case V1_1 -> "text/xml; charset=utf-8";
            case V1_2 ->
                    soap.action().isEmpty()
                            ? "application/soap+xml; charset=utf-8"
                            : "application/soap+xml; charset=utf-8; action=\""
                                    + soap.action()
                                    + '"';
        };
    }

    /** The value of the header {@code SOAPAction}; null where this version has none. */
    public String actionHeader() {
        return soap.version() == Soap.Version.V1_1 ? '"' + soap.action() + '"' : null;
    }

    /**
     * The envelope around one XML element, or around nothing; in UTF-8 without a declaration, so
     * that the transport may transcode it (RFC 7303, section 3).
     *
     * @param encoding as the transport states it; null: as the element says, or UTF-8
     * @throws SoapException where it cannot be read, or not before the deadline
     */
    public byte[] wrap(byte[] element, String encoding, Deadline deadline) throws SoapException {
        ByteArrayOutputStream envelope = new ByteArrayOutputStream(element.length + 256);
        envelope.writeBytes(
                ("<soap:Envelope xmlns:soap=\"" + soap.version().namespace() + "\"><soap:Body>")
                        .getBytes(UTF_8));
        if (!new String(element, UTF_8).isBlank()) {
            try {
                XMLStreamReader reader = SafeXml.reader(element, encoding, deadline);
                seek(reader, XMLStreamConstants.START_ELEMENT);
                envelope.writeBytes(ElementCopy.of(reader, Scope.NONE));
                seek(reader, XMLStreamConstants.END_DOCUMENT);
            } catch (XMLStreamException | RuntimeException e) {
                throw new SoapException(NOT_XML, e);
            }
        }
        envelope.writeBytes("</soap:Body></soap:Envelope>".getBytes(UTF_8));
        return envelope.toByteArray();
    }

    /**
     * The content of an envelope's body.
     *
     * @param encoding as the transport states it; null: as the document says
     * @throws SoapException where it cannot be read, or not before the deadline
     */
    public SoapContent unwrap(byte[] envelope, String encoding, Deadline deadline)
            throws SoapException {
        try {
            XMLStreamReader reader = SafeXml.reader(envelope, encoding, deadline);
            seek(reader, XMLStreamConstants.START_ELEMENT);
            expect(reader, "Envelope");
            Scope scope = new Scope(soap.version().namespace()).inside(reader);
            reader.nextTag();
            if (is(reader, "Header")) {
                ElementCopy.skip(reader);
                reader.nextTag();
            }
            expect(reader, "Body");
            scope = scope.inside(reader);
            reader.nextTag();
            SoapContent content = content(reader, scope, deadline);
            expectEnd(reader, "Body");
            reader.nextTag();
            expectEnd(reader, "Envelope");
            seek(reader, XMLStreamConstants.END_DOCUMENT);
            return content;
        } catch (XMLStreamException | RuntimeException e) {
            throw new SoapException(NOT_XML, e);
        }
    }

    private SoapContent content(XMLStreamReader reader, Scope scope, Deadline deadline)
            throws XMLStreamException, SoapException {
        if (reader.isEndElement()) {
            return new SoapContent(new byte[0], null);
        }
        boolean isFault = is(reader, "Fault");
        byte[] xml = ElementCopy.of(reader, scope);
        reader.nextTag();
        if (!reader.isEndElement()) {
            throw new SoapException("its body has more than one element");
        }
        return new SoapContent(xml, isFault ? FaultText.of(xml, deadline) : null);
    }

    private boolean is(XMLStreamReader reader, String name) {
        return reader.isStartElement()
                && reader.getLocalName().equals(name)
                && soap.version().namespace().equals(reader.getNamespaceURI());
    }

    private void expect(XMLStreamReader reader, String name) throws SoapException {
        if (!is(reader, name)) {
            throw new SoapException(
                    "where SOAP %s has its element %s there is something else; check the version"
                            .formatted(soap.version().number(), name));
        }
    }

    private static void expectEnd(XMLStreamReader reader, String name) throws SoapException {
        if (!reader.isEndElement() || !reader.getLocalName().equals(name)) {
            throw new SoapException("its element " + name + " does not end where it should");
        }
    }

    /**
     * To the next event of that kind, past comments and white space; at anything else the parser
     * complains.
     */
    private static void seek(XMLStreamReader reader, int event) throws XMLStreamException {
        while (reader.hasNext()) {
            int next = reader.next();
            if (next == event) {
                return;
            }
            if (next == XMLStreamConstants.START_ELEMENT || next == XMLStreamConstants.DTD) {
                throw new XMLStreamException("no element and no DTD is expected here");
            }
        }
        throw new XMLStreamException("the document ends early");
    }
}
