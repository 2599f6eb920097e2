package io.hansa.it.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.connector.app.ExchangeServlet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resource adapter without Hansa: another application looks its connection factory up and uses it. */
class AdapterAloneIT {
    private static MicroSystem node;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        Path war = directory.resolve("other.war");
        WebArchive archive =
                ShrinkWrap.create(WebArchive.class, "other.war")
                        .addClass(ExchangeServlet.class)
                        .addAsWebResource(new StringAsset("up"), "up.txt");
        archive.as(ZipExporter.class).exportTo(war.toFile());
        assertThat(Files.size(war))
                .as("the WAR brings none of the adapter's classes")
                .isLessThan(9000);
        node = MicroSystem.start(war, List.of("connector.asadmin"), List.of(), "/up.txt");
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
        HttpResponse<String> reply = node.post("/exchange/" + MicroSystem.freePort(), "x");
        assertThat(reply.statusCode()).isEqualTo(503);
    }
}
