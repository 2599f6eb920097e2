package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.io.IOException;

/** The business data, asked for once it is known that the caller may send it. */
public interface Body {
    /**
     * All of it, where it has arrived whole. May be asked again. Does not wait unless the request
     * was given to a thread that may.
     *
     * @param max bytes allowed
     * @return null where some of it has not arrived yet
     * @throws IOException where the caller went away
     * @throws Failure BODY_TOO_LARGE
     */
    byte[] arrived(int max) throws IOException;

    /**
     * The data is not needed any more. The request itself may be kept longer by the container. For
     * any thread.
     */
    default void forget() {}

    /**
     * Data that came whole with the call itself. It is not copied; the caller must not change it
     * afterwards.
     */
    static Body of(byte[] data) {
        return max -> {
            if (data.length > max) {
                throw tooLarge(max);
            }
            return data;
        };
    }

    static Failure tooLarge(int max) {
        return Failure.of(
                ErrorCode.BODY_TOO_LARGE,
                "The body is longer than %d bytes, the most that is taken here; send a shorter one."
                        .formatted(max));
    }

    /**
     * @param cause null where the caller just ended too early
     */
    static Failure broken(IOException cause) {
        return Failure.of(
                ErrorCode.REQUEST_INVALID, Effect.NONE, "The body did not arrive whole.", cause);
    }
}
