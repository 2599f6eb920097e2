package io.hansa.grizzly;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;

/**
 * How many requests of one connection the thread that carries it has taken in a row, without giving
 * others a turn, and what is wrong with the head that is arriving. A connection is carried by one
 * thread at a time; handing it over makes changes visible.
 */
final class Pipeline {
    private static final Attribute<Pipeline> OF_CONNECTION =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(
                    Pipeline.class.getName(), Pipeline::new);

    private Thread carrier;
    private int inARow;
    private String fault;
    private boolean headIsWhole;

    private Pipeline() {}

    static Pipeline of(Connection<?> connection) {
        return OF_CONNECTION.get(connection);
    }

    /** The connection has got its turn on this thread. */
    void turnBegins() {
        carrier = Thread.currentThread();
        inARow = 0;
    }

    /**
     * How many requests were taken on this thread in this turn before the one that is there now; -1
     * if it is not its turn's thread.
     */
    int nextRequest() {
        return carrier == Thread.currentThread() ? inARow++ : -1;
    }

    void fault(String found) {
        if (fault == null) {
            fault = found;
        }
    }

    void headIsWhole() {
        headIsWhole = true;
    }

    /** Whether what arrives is the first of a request; once for each. */
    boolean takeHead() {
        boolean whole = headIsWhole;
        headIsWhole = false;
        return whole;
    }

    /** What was found wrong with the head, or null. */
    String takeFault() {
        String found = fault;
        fault = null;
        return found;
    }
}
