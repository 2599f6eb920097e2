package io.hansa.connector;

import java.util.List;

/**
 * The connections of one target on this node.
 *
 * @param quarantined whether it gets no exchange until it is released
 */
public record TargetStatus(String id, boolean quarantined, List<ChannelStatus> channels) {

    public TargetStatus {
        channels = List.copyOf(channels);
    }
}
