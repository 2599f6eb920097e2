package io.hansa.proxy.audit;

import io.hansa.proxy.audit.ChainEnds.Place;
import io.hansa.proxy.audit.ChainFault.Kind;

/** Checks records in the order of their numbers. For one thread. */
final class ChainCheck {
    private Place last;
    private long checked;

    /**
     * @param start the place before the first record
     */
    ChainCheck(Place start) {
        last = start;
    }

    /** The place of the last record that was checked. */
    Place last() {
        return last;
    }

    long checked() {
        return checked;
    }

    /** Goes on after a place up to which the records have been removed in the meantime. */
    void skipTo(Place removed) {
        last = removed;
    }

    /**
     * @return null if the record is whole and follows the last one
     */
    ChainFault check(ChainedRecord record) {
        long expected = last.sequence() + 1;
        if (record.sequence() != expected) {
            return new ChainFault(
                    expected,
                    Kind.MISSING,
                    "Record %d is missing; the next one is %d."
                            .formatted(expected, record.sequence()));
        }
        if (!last.hash().equals(record.previous())) {
            return new ChainFault(
                    expected,
                    Kind.REORDERED,
                    "Record %d does not follow record %d: it names another hash. One of them was moved or replaced."
                            .formatted(expected, last.sequence()));
        }
        if (!record.isUnchanged()) {
            return new ChainFault(
                    expected,
                    Kind.CHANGED,
                    "The content of record %d does not give its hash: it was changed."
                            .formatted(expected));
        }
        last = Place.of(record);
        checked++;
        return null;
    }
}
