package io.hansa.it.balancers;

import io.hansa.it.system.Reply;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.Arrays;

/**
 * What became of a request.
 *
 * @param ending how it ended
 * @param text for people: the code of a refusal, or what was wrong
 */
record Outcome(Ending ending, String text) {
    static final Outcome LEFT = new Outcome(Ending.LEFT, "left");
    private static final Outcome ANSWERED = new Outcome(Ending.ANSWERED, "answered");
    private static final Outcome DENIED = new Outcome(Ending.DENIED, "denied");

    /** How a request can end. */
    enum Ending {
        /** With its own data. */
        ANSWERED,
        /** A wrong password was told to be one. */
        DENIED,
        /** With the effect NONE. */
        REFUSED,
        /** With the effect UNKNOWN, or cut. */
        UNKNOWN,
        /** The caller left. */
        LEFT,
        /** In any other way. */
        WRONG
    }

    static Outcome of(byte[] data, MixedLoad.Kind kind, Reply reply, Throwable failed) {
        if (failed != null) {
            return new Outcome(Ending.UNKNOWN, "cut: " + failed.getMessage());
        }
        if (kind == MixedLoad.Kind.WRONG_PASSWORD) {
            return reply.status() == 401 || reply.status() == 429 ? DENIED : refusal(reply);
        }
        if (reply.status() == 200) {
            return Arrays.equals(reply.bytes(), data)
                    ? ANSWERED
                    : new Outcome(Ending.WRONG, "answered with other data");
        }
        return refusal(reply);
    }

    private static Outcome refusal(Reply reply) {
        String text = reply.text();
        String shown = reply.status() + " " + text.substring(0, Math.min(200, text.length()));
        if (!reply.header("Content-Type").startsWith("application/problem+json")) {
            return new Outcome(Ending.WRONG, shown);
        }
        try {
            JsonObject problem = reply.json();
            boolean none = problem.getString("effect").equals("NONE");
            return new Outcome(
                    none ? Ending.REFUSED : Ending.UNKNOWN,
                    reply.status() + " " + problem.getString("code", "by the balancer"));
        } catch (JsonException | ClassCastException | NullPointerException malformed) {
            return new Outcome(Ending.WRONG, shown);
        }
    }
}
