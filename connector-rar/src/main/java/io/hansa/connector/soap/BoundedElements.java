package io.hansa.connector.soap;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Bounds how deep elements are nested and how many namespaces are declared around one: the JDK's
 * parser looks through all of them for each name. For one thread.
 */
final class BoundedElements extends StreamReaderDelegate {

    static final int MAX_DEPTH = 200;

    /** Of one element and all around it together. */
    static final int MAX_NAMESPACES = 256;

    private int depth;
    private int namespaces;

    BoundedElements(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            namespaces += getNamespaceCount();
            if (depth > MAX_DEPTH) {
                throw new XMLStreamException(
                        "elements are nested deeper than " + MAX_DEPTH + " levels");
            }
            if (namespaces > MAX_NAMESPACES) {
                throw new XMLStreamException(
                        "more than "
                                + MAX_NAMESPACES
                                + " namespaces are declared around an element");
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
            namespaces -= getNamespaceCount();
        }
        return event;
    }

    /** The JDK's own would go past {@link #next}. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (isWhiteSpace()
                || event == XMLStreamConstants.COMMENT
                || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            event = next();
        }
        if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            throw new XMLStreamException("an element is expected here", getLocation());
        }
        return event;
    }
}
