package io.hansa.it.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a business server does with a request. */
@FunctionalInterface
public interface Manners {
    /** Sends back what came. */
    Manners ECHO = (request, line) -> Ends.SPOKEN.after(() -> line.send(request));

    /** Says nothing at all, but keeps the connection. */
    Manners HANGS = (request, line) -> Ends.HANG_UP.after(line::hang);

    /** Takes the request and is gone. */
    Manners CLOSES_EARLY = (request, line) -> Ends.HANG_UP;

    /** Sends what no frame can be: a length below zero. */
    Manners GARBAGE =
            (request, line) ->
                    Ends.SPOKEN.after(
                            () ->
                                    line.sendRaw(
                                            "\u00ff\u00feHTTP/1.1 200 OK\r\n\r\n"
                                                    .getBytes(StandardCharsets.ISO_8859_1)));

    /** Announces a hundred bytes, sends ten and is gone. */
    Manners HALF_A_FRAME =
            (request, line) ->
                    Ends.HANG_UP.after(
                            () -> line.sendRaw(LengthPrefixWire.announcing(100, new byte[10])));

    /** Announces a hundred bytes, sends ten and falls silent. */
    Manners HALF_A_FRAME_THEN_SILENCE =
            (request, line) ->
                    Ends.HANG_UP.after(
                            () -> {
                                line.sendRaw(LengthPrefixWire.announcing(100, new byte[10]));
                                line.hang();
                            });

    /** Announces a megabyte and sends a byte now and then, so that it never looks dead. */
    Manners SLOW_DRIP =
            (request, line) ->
                    Ends.HANG_UP.after(
                            () -> {
                                line.sendRaw(LengthPrefixWire.announcing(1 << 20));
                                for (int sent = 0; sent < 1 << 20 && line.pause(20); sent++) {
                                    line.sendRaw((byte) 'd');
                                }
                            });

    /** How the connection goes on. */
    enum Ends {
        SPOKEN,
        HANG_UP;

        Ends after(Saying saying) throws IOException {
            saying.say();
            return this;
        }
    }

    /** A step that talks to the other side. */
    @FunctionalInterface
    interface Saying {
        void say() throws IOException;
    }

    /**
     * @return whether the connection stays open for the next request
     */
    Ends take(byte[] request, Line line) throws IOException;

    /** Processes the data and asks that another capability carry on with it. */
    static Manners asksFor(String capability) {
        byte[] line = ("HANSA-ASSIST " + capability + "\n").getBytes(StandardCharsets.US_ASCII);
        return (request, connection) -> {
            byte[] reply = Arrays.copyOf(line, line.length + request.length);
            System.arraycopy(request, 0, reply, line.length, request.length);
            return Ends.SPOKEN.after(() -> connection.send(reply));
        };
    }

    /** Behaves like this for one request, and echoes all others. */
    default Manners onlyFor(String request) {
        byte[] marker = request.getBytes(StandardCharsets.UTF_8);
        return (bytes, line) -> (Arrays.equals(bytes, marker) ? this : ECHO).take(bytes, line);
    }
}
