package io.hansa.connector.fakeserver;

import java.io.IOException;

/** What a fake server does with one connection; when it returns, the connection is closed. */
@FunctionalInterface
public interface Manners {

    void serve(Caller caller) throws IOException, InterruptedException;

    /** Sends each line back. */
    static Manners echo() {
        return caller -> {
            String line = caller.readLine();
            while (line != null) {
                caller.send(line + "\n");
                line = caller.readLine();
            }
        };
    }

    /** Reads one line, sends that, and closes. */
    static Manners answerOnce(String reply) {
        return caller -> {
            caller.readLine();
            caller.send(reply);
        };
    }

    /** Reads everything and says nothing. */
    static Manners silence() {
        return Caller::readToEnd;
    }
}
