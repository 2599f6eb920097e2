package io.hansa.proxy.routing;

/** What one reading of a destination says of work of some priority. */
public enum Availability {
    /** It may go there. */
    AVAILABLE,
    /** What room there is, is kept for more important work. */
    RESERVED,
    /** It is above its threshold, or cannot be reached as far as is known. */
    FULL,
    /** An operator keeps it out of use. */
    OUT_OF_USE,
    /** Its circuit is open. */
    CIRCUIT_OPEN
}
