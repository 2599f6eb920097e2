package io.hansa.grizzly;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * How many requests of one connection were taken in a row without letting others run, and what is
 * wrong with the head that is arriving. One thread at a time works for a connection; handing the
 * connection over makes changes visible.
 */
final class Pipeline {
    private static final Attribute<Pipeline> OF_CONNECTION =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(
                    Pipeline.class.getName(), Pipeline::new);

    private Thread worker;
    private int inTask;
    private int inRead;
    private String fault;
    private boolean headIsWhole;
    private volatile Object unreadBody;

    private Pipeline() {}

    static Pipeline of(Connection<?> connection) {
        return OF_CONNECTION.get(connection);
    }

    /**
     * Ends the request in this context without an answer, as well as those that follow in its
     * buffer. As Grizzly's parser does with what it refuses: the context is given up.
     */
    static NextAction drop(FilterChainContext context) {
        NextAction suspended = context.getSuspendAction();
        context.completeAndRecycle();
        return suspended;
    }

    /** The connection has got this thread as its worker. */
    void startTask() {
        worker = Thread.currentThread();
        inTask = 0;
    }

    /** The selector has found data to be read. */
    void startRead() {
        inRead = 0;
    }

    /**
     * How many requests this task took before the one that is there now; -1 if this thread is not
     * the task's worker.
     */
    int nextOfTask() {
        return worker == Thread.currentThread() ? inTask++ : -1;
    }

    /** How many requests were taken since the selector found data, before the one there now. */
    int nextOfRead() {
        return inRead++;
    }

    void fault(String found) {
        if (fault == null) {
            fault = found;
        }
    }

    void headIsWhole() {
        headIsWhole = true;
        if (unreadBody != null) {
            unreadBody = null;
        }
    }

    /** The request has been answered before all of its body came. */
    void bodyUnread(Object body) {
        unreadBody = body;
    }

    /** Whether no other request has come since. For any thread. */
    boolean isUnread(Object body) {
        return unreadBody == body;
    }

    /** Whether what arrives is the first part of a request, until {@link #takeHead}. */
    boolean isHead() {
        return headIsWhole;
    }

    /** Whether what arrives is the first part of a request; true once for each request. */
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
