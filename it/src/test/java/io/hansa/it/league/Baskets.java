package io.hansa.it.league;

/** What customers of the online shop settle. */
final class Baskets {
    /** Two keyboards, a hundred data cables, a monitor. */
    static final String GOODS =
            "SETTLE|S-2001|Müller\nITEM|keyboard|2\nITEM|cable|100\nITEM|monitor|1\n";

    /** A concert, and a mouse to be collected at the counter. */
    static final String TICKET = "SETTLE|S-2002|shop\nITEM|mouse|1\nTICKET|CONCERT-7|2\n";

    private Baskets() {}
}
