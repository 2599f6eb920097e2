package io.hansa.it.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.RunningServer;
import io.hansa.it.system.StartedNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The resource adapter without Hansa, on any server: another application looks its connection
 * factory up, and is called through it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OtherApplication {
    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final int END_OF_LINE = 0x15;

    private OtherWar war;
    private StartedNode node;

    /** A node with that application and the shipped resource adapter. */
    abstract StartedNode start(OtherWar war) throws IOException;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        war = OtherWar.in(directory);
        node = start(war);
    }

    @AfterAll
    void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void exchangeSucceedsWithTranscodedText() throws IOException {
        try (LegacySystem mainframe =
                new LegacySystem(
                        "",
                        (in, out) -> {
                            for (int next = in.read(); next >= 0; next = in.read()) {
                                out.write(next);
                            }
                        })) {
            for (int turn = 0; turn < 3; turn++) {
                HttpResponse<String> reply =
                        node.site()
                                .post("/exchange/" + mainframe.port(), "Gr\u00fc\u00dfe " + turn);
                assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
                assertThat(reply.body()).isEqualTo("Gr\u00fc\u00dfe " + turn);
            }
            assertThat(mainframe.requests()).as("connections").isEqualTo(1);
        }
    }

    @Test
    void missingServerIsReportedWithEffectNone() throws IOException {
        HttpResponse<String> reply = node.site().post("/exchange/" + RunningServer.freePort(), "x");
        assertThat(reply.statusCode()).isEqualTo(503);
    }

    @Test
    void callReachesMessageDrivenBeanInListenersCharset() throws IOException {
        try (Socket mainframe = connect()) {
            assertThat(call(mainframe, "Gr\u00fc\u00dfe")).isEqualTo("orders has Gr\u00fc\u00dfe");
            assertThat(call(mainframe, "12 books")).isEqualTo("orders has 12 books");
        }
    }

    @Test
    void failingBeanEndsItsCallersConnectionOnly() throws IOException {
        try (Socket failing = connect();
                Socket other = connect()) {
            assertThat(call(failing, "")).isNull();
            assertThat(call(other, "12 books")).isEqualTo("orders has 12 books");
        }
    }

    @Test
    void callsOnOneTlsConnectionRunInParallel() throws Exception {
        try (Socket till = connectInTls(war.till().showingTo(war.own()))) {
            till.getOutputStream()
                    .write("0001 ship\n0002 pay\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(
                            new String[] {
                                line(till, '\n', StandardCharsets.US_ASCII),
                                line(till, '\n', StandardCharsets.US_ASCII)
                            })
                    .containsExactlyInAnyOrder("0001 ship done", "0002 pay done");
        }
    }

    @Test
    void callerWithoutKeyIsRefused() throws Exception {
        SSLContext stranger = war.own().showingTo(war.own());
        try (Socket till = connectInTls(stranger)) {
            till.getOutputStream().write("0003 pay\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(line(till, '\n', StandardCharsets.US_ASCII)).isNull();
        } catch (IOException refused) {
            assertThat(refused).isNotInstanceOf(java.net.ConnectException.class);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), war.callPort());
    }

    private Socket connectInTls(SSLContext context) throws IOException {
        return context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), war.tillPort());
    }

    /** The reply; null where there is none. */
    private static String call(Socket socket, String order) throws IOException {
        socket.getOutputStream().write(order.getBytes(EBCDIC));
        socket.getOutputStream().write(END_OF_LINE);
        return line(socket, END_OF_LINE, EBCDIC);
    }

    private static String line(Socket socket, int end, Charset charset) throws IOException {
        socket.setSoTimeout(20_000);
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != end; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(charset);
    }
}
