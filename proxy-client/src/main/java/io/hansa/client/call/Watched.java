package io.hansa.client.call;

/** Something that has a deadline. The client's timer looks at it a few times a second. */
interface Watched {
    void watch(long now);
}
