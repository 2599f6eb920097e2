package io.hansa.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Closed-loop load: every connection has one request in flight. It is own code, and one thread on a
 * selector, because it shares the machine with what it measures: the JDK's HTTP client spends more
 * CPU time on a request than the proxy does, and a program from outside the build, such as wrk,
 * need not be there. Confined to one thread.
 */
final class Load {
    private static final long SILENCE_MILLIS = 1000;

    private final Order order;
    private final List<byte[]> heads;
    private final byte[] body;
    private final Tally tally = new Tally();
    private int asked;

    Load(Order order) throws IOException {
        this.order = order;
        this.heads = order.heads();
        this.body = order.body();
    }

    /** Runs for the ordered time and a little more; what is in flight then is not counted. */
    Tally run() throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < order.connections(); i++) {
                connect(selector);
            }
            long began = System.nanoTime();
            long ends = began + TimeUnit.MILLISECONDS.toNanos(order.millis());
            while (System.nanoTime() < ends) {
                selector.select(this::turn, SILENCE_MILLIS);
            }
            tally.took(System.nanoTime() - began);
            for (SelectionKey key : selector.keys()) {
                ((Connection) key.attachment()).close();
            }
        }
        return tally;
    }

    private void connect(Selector selector) throws IOException {
        try {
            new Connection(selector, order.port(), body).ask(next());
        } catch (IOException e) {
            tally.bad(e.getMessage());
        }
    }

    private byte[] next() {
        asked = asked + 1 == heads.size() ? 0 : asked + 1;
        return heads.get(asked);
    }

    private void turn(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.write();
            } else if (connection.answered()) {
                count(connection);
                connection.ask(next());
            }
        } catch (IOException | IllegalStateException broken) {
            tally.bad(String.valueOf(broken.getMessage()));
            replace(key, connection);
        }
    }

    private void count(Connection connection) {
        if (connection.reply().good()) {
            tally.good(System.nanoTime() - connection.sentAt());
        } else {
            tally.bad("status " + connection.reply().status() + " or another body");
        }
    }

    private void replace(SelectionKey key, Connection connection) {
        try {
            connection.close();
            connect(key.selector());
        } catch (IOException e) {
            tally.bad(e.getMessage());
        }
    }
}
