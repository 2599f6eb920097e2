package io.hansa.proxy.routing;

/** What a failed exchange says about the destination. */
public enum FailureAttribution {
    /** It answered as it should. The failure belongs to the request, or to a target behind it. */
    ANSWERED,
    /** It answered that something is wrong with itself. */
    FAULTY,
    /** It answered that it has too much to do. That is its load, and no fault. */
    BUSY,
    /** It took no connection, broke off or spoke nonsense. */
    BROKEN,
    /** Nothing came in the time there was. */
    LATE,
    /** Its answer was not wanted any more. */
    ABANDONED,
    /** It was not asked at all. */
    NOT_ASKED,
    /** It was not asked, because it cannot take this request; another may. */
    UNSUITABLE
}
