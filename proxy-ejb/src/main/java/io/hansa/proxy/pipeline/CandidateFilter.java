package io.hansa.proxy.pipeline;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.routing.Availability;
import io.hansa.proxy.routing.Destination;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The availability of the candidates of one request, each read once. The same reading decides where
 * the request goes, and explains later why it went nowhere. For one thread at a time.
 */
final class CandidateFilter implements Predicate<Destination> {
    private final Priority priority;
    private final double room;
    private int all;
    private int cutOff;
    private int outOfUse;
    private boolean roomKept;

    /** Told what each said, in place of asking it; null: the request is to be sent. */
    private final BiConsumer<Destination, Availability> preview;

    /**
     * @param room the share of a threshold that work of that priority may use
     */
    CandidateFilter(Priority priority, double room) {
        this(priority, room, null);
    }

    private CandidateFilter(
            Priority priority, double room, BiConsumer<Destination, Availability> preview) {
        this.priority = priority;
        this.room = room;
        this.preview = preview;
    }

    /** A filter that examines all candidates, takes none, and does not change them. */
    static CandidateFilter previewing(
            Priority priority, double room, BiConsumer<Destination, Availability> preview) {
        return new CandidateFilter(priority, room, preview);
    }

    /** Whether it takes the request; who does not is passed over. */
    @Override
    public boolean test(Destination destination) {
        Availability said = destination.availability(priority, room);
        all++;
        if (preview != null) {
            preview.accept(destination, said);
        }
        switch (said) {
            case AVAILABLE -> {
                return preview == null;
            }
            case CIRCUIT_OPEN -> cutOff++;
            case OUT_OF_USE -> outOfUse++;
            case RESERVED -> roomKept = true;
            case FULL -> {
                // That is what is said where nothing else is.
            }
        }
        if (preview == null) {
            destination.passedOver();
        }
        return false;
    }

    /** There was no candidate. */
    boolean sawNone() {
        return all == 0;
    }

    /** The circuit of every candidate is open. */
    boolean sawOnlyOpenCircuits() {
        return all > 0 && cutOff == all;
    }

    /** Operators keep those out of use whose circuit is not open. */
    boolean sawOnlyOutOfUse() {
        return outOfUse > 0 && outOfUse + cutOff == all;
    }

    /** A candidate has room, but reserves it for more important work. */
    boolean sawReservedRoom() {
        return roomKept;
    }
}
