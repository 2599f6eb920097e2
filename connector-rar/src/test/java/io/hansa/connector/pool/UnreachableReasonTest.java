package io.hansa.connector.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class UnreachableReasonTest {
    @Test
    void everyCauseHasItsOwnReasonWithoutAddress() {
        List<String> reasons =
                List.of(
                                new UnknownHostException("10.0.0.1"),
                                new UnsupportedAddressTypeException(),
                                new SSLHandshakeException("10.0.0.1"),
                                new SocketTimeoutException("10.0.0.1"),
                                new NoRouteToHostException("10.0.0.1"),
                                new ConnectException("10.0.0.1"),
                                new IOException("10.0.0.1"))
                        .stream()
                        .map(cause -> UnreachableReason.of(new IOException("10.0.0.1", cause)))
                        .toList();

        assertThat(reasons).doesNotHaveDuplicates().noneMatch(text -> text.contains("10.0.0.1"));
    }

    @Test
    void noCauseIsABrokenConnection() {
        assertThat(UnreachableReason.of(null)).contains("broke");
    }
}
