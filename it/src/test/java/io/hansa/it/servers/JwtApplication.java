package io.hansa.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.servers.app.JwtProtected;
import io.hansa.it.servers.app.WhoAmIResource;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that takes the tokens of a proxy by MicroProfile JWT and the proxy's key set. */
final class JwtApplication {
    private static final String PASSWORD = "of a clerk of this test";

    /** RESTEasy on WildFly looks at {@code @RolesAllowed} only where this is on. */
    private static final String ROLES_OF_RESTEASY =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                <context-param>
                    <param-name>resteasy.role.based.security</param-name>
                    <param-value>true</param-value>
                </context-param>
            </web-app>
            """;

    private JwtApplication() {}

    /** The application's WAR, configured for that proxy. */
    static Path war(ProxySystem issuer) throws IOException {
        Path file =
                Files.createDirectories(Project.path("it/target"))
                        .resolve("jwt-app-%d.war".formatted(System.nanoTime()));
        ShrinkWrap.create(WebArchive.class, "jwt-app.war")
                .addClasses(JwtProtected.class, WhoAmIResource.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .setWebXML(new StringAsset(ROLES_OF_RESTEASY))
                .addAsWebResource(new StringAsset("up"), "up.txt")
                .addAsResource(
                        new StringAsset(
                                """
                                mp.jwt.verify.publickey.location=%s/.well-known/jwks.json
                                mp.jwt.verify.publickey.algorithm=ES256
                                mp.jwt.verify.issuer=%s
                                mp.jwt.verify.audiences=%s
                                """
                                        .formatted(issuer.base(), issuer.id(), issuer.id())),
                        "META-INF/microprofile-config.properties")
                .as(ZipExporter.class)
                .exportTo(file.toFile());
        return file;
    }

    /**
     * @param base of the application
     */
    static void assertTakesTokensOf(ProxySystem issuer, URI base) throws IOException {
        ProxySystem application = new ProxySystem("an application", base, Credentials.NONE);
        Credentials clerk = account(issuer, "clerk", "retail");
        Credentials stranger = account(issuer, "stranger", "wholesale");
        await("the application answers")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> application.get("/rest/whoami", clerk).status() == 200);

        assertThat(application.get("/rest/whoami", clerk).text()).isEqualTo("clerk");
        assertThat(application.get("/rest/whoami", stranger).status()).isEqualTo(403);
        assertThat(application.get("/rest/whoami", changed(clerk)).status()).isEqualTo(401);
        assertThat(application.get("/rest/whoami", Credentials.NONE).status()).isIn(401, 403);
    }

    private static Credentials account(ProxySystem issuer, String name, String group)
            throws IOException {
        issuer.administration()
                .put(
                        "/accounts/" + name,
                        Json.createObjectBuilder()
                                .add("password", PASSWORD)
                                .add("groups", Json.createArrayBuilder().add(group))
                                .build())
                .status(201);
        return Credentials.bearer(issuer.token(Credentials.basic(name, PASSWORD)));
    }

    /** With another signature. */
    private static Credentials changed(Credentials token) {
        String header = token.header();
        int at = header.lastIndexOf('.') + 10;
        char other = header.charAt(at) == 'A' ? 'B' : 'A';
        return new Credentials(header.substring(0, at) + other + header.substring(at + 1));
    }
}
