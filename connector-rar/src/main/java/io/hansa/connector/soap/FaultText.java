package io.hansa.connector.soap;

import io.hansa.connector.pool.Deadline;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a fault that are meant for people. */
final class FaultText {

    private static final int LONGEST = 500;

    /**
     * The element of SOAP 1.1 (section 4.4) and that of SOAP 1.2 (section 5.4.2.1), the first being
     * enough.
     */
    private static final Set<String> WORDS = Set.of("faultstring", "Text");

    private FaultText() {}

    static String of(byte[] fault, Deadline deadline) throws XMLStreamException {
        XMLStreamReader reader = SafeXml.reader(fault, "UTF-8", deadline);
        StringBuilder words = new StringBuilder();
        boolean inside = false;
        while (reader.hasNext() && words.length() < LONGEST) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                        inside = WORDS.contains(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (inside) {
                        return bounded(words);
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inside) {
                        words.append(
                                reader.getText(), 0, Math.min(2 * LONGEST, reader.getTextLength()));
                    }
                }
                default -> {
                    // Nothing else has words.
                }
            }
        }
        return bounded(words);
    }

    private static String bounded(StringBuilder words) {
        String text = words.toString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (text.isEmpty()) {
            return "the fault has no text";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
