package io.hansa.it.single;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.Offer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Business servers whose address is one of IPv6. */
interface Ipv6View extends SeenProxy {
    String TLS = ",\"tls\":\"ipv6\",\"connectTimeoutMillis\":5000";

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    default void httpServersAreReachedByIpv6(String scheme) throws Exception {
        try (LegacySystem server = server("\"assist\":[]", scheme, Ipv6View::answerHost)) {
            assertThat(ask(server)).isEqualTo("Host: [::1]:" + server.port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "tls"})
    default void framedServersAreReachedByIpv6(String scheme) throws Exception {
        String lines = "\"framing\":{\"type\":\"delimiter\",\"hex\":\"0A\"},\"assist\":[]";
        try (LegacySystem server = server(lines, scheme, (in, out) -> in.transferTo(out))) {
            assertThat(ask(server)).isEqualTo("x");
        }
    }

    private static LegacySystem server(
            String members, String scheme, LegacySystem.Conversation conversation)
            throws Exception {
        return scheme.endsWith("s")
                ? LegacySystem.onIpv6(members + TLS, scheme, Ipv6Certificate.door(), conversation)
                : LegacySystem.onIpv6(members, scheme, caller -> caller, conversation);
    }

    private String ask(LegacySystem server) throws IOException {
        try (Offer offer = proxy().offerToNobody("single.ipv6", server)) {
            offer.permit("account:admin");
            return proxy().call(offer.capability()).as(admin()).text("x").send().ok().text();
        }
    }

    private static void answerHost(DataInputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        in.readFully(new byte[1]);
        String host =
                head.toString().lines().filter(line -> line.startsWith("Host:")).findFirst().get();
        String reply =
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s";
        out.write(reply.formatted(host.length(), host).getBytes(ISO_8859_1));
    }
}
