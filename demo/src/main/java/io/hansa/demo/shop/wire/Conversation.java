package io.hansa.demo.shop.wire;

/** One request's answer. Called by many threads at once; must answer whatever bytes it is given. */
@FunctionalInterface
public interface Conversation {

    byte[] answer(byte[] request);
}
