package io.hansa.connector.inspection;

import java.util.List;

/**
 * What a row of bytes consists of.
 *
 * @param restOffset where the bytes begin that belong to no whole frame; their end where there are
 *     none
 * @param broken why the rest is no frame; null where it may become one, or is empty
 * @param more whether there are more frames than were asked for
 */
public record FoundFrames(List<FoundFrame> frames, int restOffset, String broken, boolean more) {

    public FoundFrames {
        frames = List.copyOf(frames);
    }
}
