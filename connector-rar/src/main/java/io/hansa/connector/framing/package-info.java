/**
 * Framings at work: a payload becomes the bytes of one frame, and received bytes, however the
 * network cut them, become one payload. No sockets here, and no waiting.
 *
 * <p>For {@code io.hansa.connector.tcp}. A framing is added by a record in {@code
 * io.hansa.connector} and a {@link io.hansa.connector.framing.FrameCodec} here.
 */
package io.hansa.connector.framing;
