package io.hansa.proxy.routing;

/** What one look at a destination says of work of some priority. */
public enum Taking {
    /** It may go there. */
    TAKES,
    /** What room there is, is kept for more important work. */
    KEEPS_ROOM,
    /** It is above its threshold, or cannot be reached as far as is known. */
    FULL,
    /** Its circuit is open. */
    CUT_OFF
}
