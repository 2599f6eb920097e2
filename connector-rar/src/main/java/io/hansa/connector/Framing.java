package io.hansa.connector;

/**
 * How a TCP stream is cut into messages. A closed set of values: a new kind is a new record here
 * and a codec in {@code io.hansa.connector.framing}, and the compiler names the places that have to
 * know.
 */
public sealed interface Framing permits LengthPrefix, Delimiter, StxEtx, Fixed, Close, Dialogue {}
