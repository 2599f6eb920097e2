package io.hansa.demo.shop.wire;

/** One request's answer. Called by many threads at once; must answer any bytes. */
@FunctionalInterface
public interface Conversation {

    byte[] answer(byte[] request);
}
