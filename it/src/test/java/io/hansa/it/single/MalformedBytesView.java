package io.hansa.it.single;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same where Hansa sees a head as it came: not on WildFly, whose parser takes what is here and
 * does not tell.
 */
interface MalformedBytesView extends MalformedHttpView {
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.hansa.it.single.MalformedRequests#hidden")
    default void malformedHeadIsRefusedAndConnectionClosed(String name, String request)
            throws IOException {
        malformedRequestIsRefusedAndConnectionClosed(name, request);
    }
}
