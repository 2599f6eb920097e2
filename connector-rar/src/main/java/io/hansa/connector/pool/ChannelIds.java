package io.hansa.connector.pool;

import java.util.concurrent.atomic.AtomicLong;

/** Names for channels, unique on this node until its end, also when a target's pool is replaced. */
public final class ChannelIds {

    private static final AtomicLong LAST = new AtomicLong();

    private ChannelIds() {}

    public static String next() {
        return "c" + LAST.incrementAndGet();
    }
}
