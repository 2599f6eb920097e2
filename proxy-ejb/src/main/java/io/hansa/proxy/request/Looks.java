package io.hansa.proxy.request;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Taking;
import java.util.function.Predicate;

/**
 * What those who were looked at for one request have said: by the same look it goes there, or is
 * told later why it went nowhere. For one thread at a time.
 */
final class Looks implements Predicate<Destination> {
    private final Priority priority;
    private final double room;
    private int all;
    private int cutOff;
    private boolean roomKept;

    /**
     * @param room the share of a threshold that work of that priority may use
     */
    Looks(Priority priority, double room) {
        this.priority = priority;
        this.room = room;
    }

    /** Whether it takes the request; who does not is passed over. */
    @Override
    public boolean test(Destination destination) {
        Taking said = destination.taking(priority, room);
        all++;
        switch (said) {
            case TAKES -> {
                return true;
            }
            case CUT_OFF -> cutOff++;
            case KEEPS_ROOM -> roomKept = true;
            case FULL -> {
                // That is what is said where nothing else is.
            }
        }
        destination.passedOver();
        return false;
    }

    /** Nobody was there to be looked at. */
    boolean atNobody() {
        return all == 0;
    }

    /** Everybody's circuit is open. */
    boolean atOpenCircuitsOnly() {
        return all > 0 && cutOff == all;
    }

    /** Somebody has room, but keeps it for more important work. */
    boolean atRoomThatIsKept() {
        return roomKept;
    }
}
