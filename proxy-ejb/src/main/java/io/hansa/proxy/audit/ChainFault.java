package io.hansa.proxy.audit;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;

/**
 * Where the chain is broken.
 *
 * @param sequence the number of the record
 */
record ChainFault(long sequence, Kind kind, String detail) {
    enum Kind {
        /** The record's content does not give its hash. */
        CHANGED,
        /** There is no record with that number. */
        MISSING,
        /** The record does not follow the one before it. */
        REORDERED,
        /** The newest record is not the one that the chain's row names. */
        END_CHANGED,
        /** The anchor is not the one that the last removal recorded. */
        ANCHOR_CHANGED,
        /** The record does not have the hash that the auditor noted. */
        REWRITTEN
    }

    JsonObject json() {
        return JSON.createObjectBuilder()
                .add("sequence", sequence)
                .add("fault", kind.name())
                .add("detail", detail)
                .build();
    }
}
