package io.hansa.proxy.load;

import jakarta.json.Json;
import java.util.List;

/** Says of itself what it is told to say, and keeps what the others say. */
final class SummariesOfMany implements NodeSummaries {
    private String here = "{}";
    private List<NodeSummary> heard = List.of();
    private boolean failing;
    private int asked;

    @Override
    public String here() {
        asked++;
        if (failing) {
            throw new IllegalStateException("It cannot be said.");
        }
        return here;
    }

    @Override
    public void heard(List<NodeSummary> others) {
        heard = others;
    }

    void say(String text) {
        here = text;
    }

    /** A summary with so many characters of text. */
    void sayLong(int characters) {
        here = Json.createObjectBuilder().add("text", "x".repeat(characters)).build().toString();
    }

    void fail() {
        failing = true;
    }

    /** How often the own summary was asked for. */
    int asked() {
        return asked;
    }

    List<NodeSummary> heard() {
        return heard;
    }
}
