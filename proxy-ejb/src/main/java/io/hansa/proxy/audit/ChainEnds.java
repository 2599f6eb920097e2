package io.hansa.proxy.audit;

/**
 * Both ends of the chain.
 *
 * @param anchor the last record that retention removed; its sequence number is 0 if there is none
 * @param last the newest record; its sequence number is 0 if there is none
 */
record ChainEnds(Place anchor, Place last) {
    /** A place in the chain. */
    record Place(long sequence, String hash) {
        static Place of(ChainedRecord record) {
            return new Place(record.sequence(), record.hash());
        }
    }
}
