package io.hansa.connector.correlation;

/** Messages that do not say whether they are requests: each is taken for a reply. */
record Indistinguishable() implements HostRequests {

    @Override
    public boolean asks(byte[] message) {
        return false;
    }

    @Override
    public byte[] answer(byte[] message) {
        return null;
    }
}
