package io.hansa.proxy.remote;

import io.hansa.proxy.request.Body;

/** Business data that came with the call itself. The array is the container's copy, and so the proxy's own. */
record GivenData(byte[] data) implements Body {
    @Override
    public byte[] read(int most, long deadlineNanos) {
        return data.length > most ? null : data;
    }
}
