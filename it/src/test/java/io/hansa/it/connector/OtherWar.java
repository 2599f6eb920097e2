package io.hansa.it.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.connector.app.CallBean;
import io.hansa.it.connector.app.ExchangeServlet;
import io.hansa.it.connector.app.TillBean;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application of {@code io.hansa.it.connector.app} as it is deployed to any server, with the
 * keys of those who talk to it.
 *
 * @param callPort where {@code CallBean} is called, in lines of IBM037
 * @param tillPort where {@code TillBean} is called, in TLS, by a caller that shows {@code till}
 * @param own the key by which the port shows itself
 */
record OtherWar(Path file, int callPort, int tillPort, TlsKey own, TlsKey till) {
    /** The system property in which the server is told the password of the stores. */
    static final String PASSWORD_PROPERTY = "other.stores.password";

    /** The option of the server's JVM that tells it. */
    static final String PASSWORD = "-D" + PASSWORD_PROPERTY + "=" + TlsKey.PASSWORD;

    static OtherWar in(Path directory) throws IOException, GeneralSecurityException {
        Path file = directory.resolve("other.war");
        TlsKey own = TlsKey.of("ip:127.0.0.1", directory);
        TlsKey till = TlsKey.of("dns:till", directory);
        Path trust = TlsKey.trust(directory.resolve("trust.p12"), till);
        OtherWar war =
                new OtherWar(file, RunningServer.freePort(), RunningServer.freePort(), own, till);
        WebArchive archive =
                ShrinkWrap.create(WebArchive.class, "other.war")
                        .addClasses(ExchangeServlet.class, CallBean.class, TillBean.class)
                        .addAsWebInfResource(Descriptors.beans(war, trust), "ejb-jar.xml")
                        .addAsWebInfResource(Descriptors.PAYARAS, "glassfish-ejb-jar.xml")
                        .addAsWebInfResource(Descriptors.WILDFLYS, "jboss-ejb3.xml")
                        .addAsWebInfResource(
                                Descriptors.WILDFLYS_CLASSES, "jboss-deployment-structure.xml")
                        .addAsWebInfResource(Descriptors.WILDFLYS_ROOT, "jboss-web.xml")
                        .addAsWebResource(Descriptors.UP, "up.txt");
        assertThat(archive.getContent().keySet())
                .as("the WAR brings none of the adapter's classes")
                .noneMatch(path -> path.get().contains("io/hansa/connector"));
        archive.as(ZipExporter.class).exportTo(file.toFile());
        return war;
    }
}
