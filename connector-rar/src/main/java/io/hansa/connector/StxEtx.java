package io.hansa.connector;

/**
 * Messages between the control bytes STX (02) and ETX (03), which is why no payload may contain an
 * ETX.
 *
 * @param lrc whether a longitudinal redundancy check follows: one byte, the exclusive or of the
 *     payload's bytes and ETX
 */
public record StxEtx(boolean lrc) implements Framing {}
