package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.Correlation;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Framing;
import io.hansa.connector.Probe;
import io.hansa.proxy.document.Document;
import jakarta.json.JsonObjectBuilder;

/**
 * The members {@code correlate}, {@code signOn} and {@code echo} of a framing, between JSON and
 * value.
 */
final class DialogueJson {
    private static final int MOST_PROBE_BYTES = 1024;
    private static final int USUAL_ECHO_MILLIS = 30_000;
    private static final int MOST_ECHO_MILLIS = 3_600_000;

    private DialogueJson() {}

    /** The bare framing itself where the document has none of these members. */
    static Framing around(Framing bare, Document framing) {
        Correlation correlation =
                framing.object("correlate").map(CorrelationJson::parse).orElse(null);
        Probe signOn =
                framing.object("signOn")
                        .map(json -> probe(new Document("signOn", "/framing/signOn", json)))
                        .orElse(null);
        Document echoDocument =
                framing.object("echo")
                        .map(json -> new Document("echo", "/framing/echo", json))
                        .orElse(null);
        if (correlation == null && signOn == null && echoDocument == null) {
            return bare;
        }
        int millis = 0;
        Probe echo = null;
        if (echoDocument != null) {
            millis = echoDocument.whole("afterMillis", USUAL_ECHO_MILLIS, 1, MOST_ECHO_MILLIS);
            echo = probe(echoDocument);
        }
        return new Dialogue(bare, correlation, signOn, echo, millis);
    }

    static void print(Dialogue dialogue, JsonObjectBuilder framing) {
        if (dialogue.correlation() != null) {
            framing.add("correlate", CorrelationJson.print(dialogue.correlation()));
        }
        if (dialogue.signOn() != null) {
            framing.add("signOn", probe(dialogue.signOn()));
        }
        if (dialogue.echo() != null) {
            framing.add(
                    "echo", probe(dialogue.echo()).add("afterMillis", dialogue.echoAfterMillis()));
        }
    }

    private static Probe probe(Document document) {
        Probe probe =
                new Probe(
                        HexText.read(document, "requestHex", null, MOST_PROBE_BYTES),
                        HexText.read(document, "replyHex", new byte[0], MOST_PROBE_BYTES));
        document.end();
        return probe;
    }

    private static JsonObjectBuilder probe(Probe probe) {
        return JSON.createObjectBuilder()
                .add("requestHex", HexText.write(probe.request()))
                .add("replyHex", HexText.write(probe.replyPrefix()));
    }
}
