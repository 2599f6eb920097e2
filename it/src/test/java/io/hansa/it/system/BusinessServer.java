package io.hansa.it.system;

import jakarta.json.JsonObjectBuilder;

/** A business server that can be entered into a proxy. */
public interface BusinessServer extends AutoCloseable {
    String id();

    /** As the administration API takes it. */
    JsonObjectBuilder entry(String capability);

    /** How many requests have reached it. */
    int requests();

    @Override
    void close();
}
