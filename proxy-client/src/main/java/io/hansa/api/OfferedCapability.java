package io.hansa.api;

import java.io.Serial;
import java.io.Serializable;

/** One entry of a proxy's capability information. */
public final class OfferedCapability implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The value of {@link #via()} for capabilities of the proxy's own business servers. */
    public static final String LOCAL = "local";

    private final String name;
    private final String priority;
    private final String via;
    private final boolean available;

    /**
     * @param priority {@code CORE}, {@code NORMAL} or {@code BULK}
     * @param via {@value #LOCAL}, or the id of the peer that offers it
     * @param available whether a server or peer behind it accepts requests now
     */
    public OfferedCapability(String name, String priority, String via, boolean available) {
        this.name = name;
        this.priority = priority;
        this.via = via;
        this.available = available;
    }

    public String name() {
        return name;
    }

    public String priority() {
        return priority;
    }

    public String via() {
        return via;
    }

    public boolean available() {
        return available;
    }

    @Override
    public String toString() {
        return "%s via %s%s".formatted(name, via, available ? "" : " (not available)");
    }
}
