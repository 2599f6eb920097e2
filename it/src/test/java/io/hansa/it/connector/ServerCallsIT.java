package io.hansa.it.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Administration;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A business server calls the proxy, in its own protocol, and is treated like any caller (R3 from
 * the server's side).
 */
class ServerCallsIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));

    private static MicroSystem node;
    private static ProxySystem proxy;
    private static int port;
    private static int sharedPort;

    @BeforeAll
    static void start() throws IOException {
        port = RunningServer.freePort();
        sharedPort = RunningServer.freePort();
        node =
                MicroSystem.start(
                        MicroOrder.proxy(
                                List.of(
                                        "-Dhansa.proxy.id=inbound",
                                        "-Dhansa.inbound=tills,switch",
                                        "-Dhansa.inbound.tills.port=" + port,
                                        "-Dhansa.inbound.tills.framing={\"type\":\"delimiter\",\"hex\":\"0A\"}",
                                        "-Dhansa.inbound.tills.account=till",
                                        "-Dhansa.inbound.tills.capability=stock.move",
                                        "-Dhansa.inbound.switch.port=" + sharedPort,
                                        "-Dhansa.inbound.switch.framing={\"type\":\"delimiter\",\"hex\":\"0A\",\"correlate\":{\"offset\":0,\"bytes\":4}}",
                                        "-Dhansa.inbound.switch.account=switch",
                                        "-Dhansa.inbound.switch.capability=stock.move")));
        proxy = new ProxySystem("inbound", node.base(), ADMIN);
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void callRunsAsAccountAndNeedsItsPermission() throws IOException {
        Administration admin = proxy.administration();
        JsonObject till =
                Json.createObjectBuilder()
                        .add("password", "of no use here")
                        .add("roles", Json.createArrayBuilder().add("CALLER"))
                        .build();
        try (BusinessServerSystem stock = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offer("stock.move", stock);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(call(socket, "3 books"))
                    .startsWith("HANSA-ERROR authentication-failed NONE ");
            admin.put("/accounts/till", till).status(201);
            assertThat(call(socket, "3 books")).startsWith("HANSA-ERROR permission-denied NONE ");
            assertThat(stock.requests()).isZero();

            offer.permit("account:till");

            assertThat(call(socket, "3 books")).isEqualTo("3 books");
            assertThat(call(socket, "4 pens")).isEqualTo("4 pens");
            assertThat(stock.requests()).isEqualTo(2);
            assertThat(admin.get("/traces").ok().text()).contains("\"caller\":\"account:till\"");
        }
    }

    @Test
    void sharedConnectionCallsGetTheirReplyOrError() throws IOException {
        JsonObject account =
                Json.createObjectBuilder()
                        .add("password", "of no use here")
                        .add("roles", Json.createArrayBuilder().add("CALLER"))
                        .build();
        proxy.administration().put("/accounts/switch", account).status(201);
        try (BusinessServerSystem stock = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offer("stock.move", stock);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), sharedPort)) {
            assertThat(call(socket, "0001 3 books"))
                    .startsWith("0001HANSA-ERROR permission-denied NONE ");

            offer.permit("account:switch");

            assertThat(List.of(call(socket, "0002 4 pens\n0003 5 inks"), line(socket)))
                    .containsExactlyInAnyOrder("0002 4 pens", "0003 5 inks");
        }
    }

    private static String call(Socket socket, String data) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((data + "\n").getBytes(UTF_8));
        return line(socket);
    }

    private static String line(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The proxy closed the connection.");
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
