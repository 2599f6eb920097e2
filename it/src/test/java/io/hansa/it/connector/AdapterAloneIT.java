package io.hansa.it.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.connector.app.CallBean;
import io.hansa.it.connector.app.ExchangeServlet;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resource adapter without Hansa: another application looks its connection factory up, and is called through it. */
class AdapterAloneIT {
    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final int END_OF_LINE = 0x15;
    private static final String ACTIVATION =
            """
            <ejb-jar xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0">
              <enterprise-beans>
                <message-driven>
                  <ejb-name>CallBean</ejb-name>
                  <messaging-type>io.hansa.connector.ServerCallListener</messaging-type>
                  <activation-config>
                    %s
                  </activation-config>
                </message-driven>
              </enterprise-beans>
            </ejb-jar>
            """;
    private static final String PROPERTY =
            """
            <activation-config-property>
              <activation-config-property-name>%s</activation-config-property-name>
              <activation-config-property-value>%s</activation-config-property-value>
            </activation-config-property>
            """;
    private static final String PAYARAS_BINDING =
            """
            <glassfish-ejb-jar>
              <enterprise-beans>
                <ejb>
                  <ejb-name>CallBean</ejb-name>
                  <mdb-resource-adapter>
                    <resource-adapter-mid>hansa-connector</resource-adapter-mid>
                  </mdb-resource-adapter>
                </ejb>
              </enterprise-beans>
            </glassfish-ejb-jar>
            """;

    private static MicroSystem node;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        Path war = directory.resolve("other.war");
        port = RunningServer.freePort();
        WebArchive archive =
                ShrinkWrap.create(WebArchive.class, "other.war")
                        .addClasses(ExchangeServlet.class, CallBean.class)
                        .addAsWebInfResource(new StringAsset(activation()), "ejb-jar.xml")
                        .addAsWebInfResource(
                                new StringAsset(PAYARAS_BINDING), "glassfish-ejb-jar.xml")
                        .addAsWebResource(new StringAsset("up"), "up.txt");
        archive.as(ZipExporter.class).exportTo(war.toFile());
        assertThat(Files.size(war))
                .as("the WAR brings none of the adapter's classes")
                .isLessThan(9000);
        node = MicroSystem.start(MicroOrder.application(war, "/up.txt"));
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void anExchangeGoesThroughAndItsTextIsTranscoded() throws IOException {
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
                        node.post("/exchange/" + mainframe.port(), "Gr\u00fc\u00dfe " + turn);
                assertThat(reply.statusCode()).isEqualTo(200);
                assertThat(reply.body()).isEqualTo("Gr\u00fc\u00dfe " + turn);
            }
            assertThat(mainframe.requests()).as("connections").isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsNotThereIsToldWithoutEffect() throws IOException {
        HttpResponse<String> reply = node.post("/exchange/" + RunningServer.freePort(), "x");
        assertThat(reply.statusCode()).isEqualTo(503);
    }

    @Test
    void aCallReachesTheMessageDrivenBeanInItsListenersCharset() throws IOException {
        try (Socket mainframe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(call(mainframe, "Gr\u00fc\u00dfe")).isEqualTo("orders has Gr\u00fc\u00dfe");
            assertThat(call(mainframe, "12 books")).isEqualTo("orders has 12 books");
        }
    }

    @Test
    void aBeanThatFailsCostsItsCallerTheConnectionAndNobodyElse() throws IOException {
        try (Socket failing = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket other = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(call(failing, "")).isNull();
            assertThat(call(other, "12 books")).isEqualTo("orders has 12 books");
        }
    }

    private static String activation() {
        return ACTIVATION.formatted(
                PROPERTY.formatted("name", "orders")
                        + PROPERTY.formatted("port", port)
                        + PROPERTY.formatted("framing", "delimiter 15")
                        + PROPERTY.formatted("charset", EBCDIC.name()));
    }

    /** The reply; null where there is none. */
    private static String call(Socket socket, String order) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(order.getBytes(EBCDIC));
        socket.getOutputStream().write(END_OF_LINE);
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != END_OF_LINE; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(EBCDIC);
    }
}
