package io.hansa.it.system;

/** A node of some application server that a test has started, until it is closed. */
public interface StartedNode extends AutoCloseable {
    NodeSite site();

    @Override
    void close();
}
