package io.hansa.connector.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ServerCallListener;
import io.hansa.connector.fakeserver.TestKeys;
import io.hansa.connector.inbound.CallPort;
import io.hansa.connector.pool.Alarms;
import jakarta.resource.spi.InvalidPropertyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS on the port of a message endpoint, by properties that a descriptor can have. */
@Timeout(60)
class InboundTlsTest {

    private static final String PASSWORD_PROPERTY = "io.hansa.connector.InboundTlsTest";

    private static Path stores;
    private static TestKeys own;
    private static TestKeys strangers;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Alarms alarms = new Alarms();
    private final InboundSpec spec = new InboundSpec();

    @BeforeAll
    static void makeKeys(@TempDir Path directory, @TempDir Path foreign) throws Exception {
        stores = directory;
        own = TestKeys.forHost(directory, "localhost");
        strangers = TestKeys.forHost(foreign, "localhost");
        Files.writeString(directory.resolve("password"), TestKeys.PASSWORD + "\n");
    }

    @BeforeEach
    void describe() {
        System.setProperty(PASSWORD_PROPERTY, TestKeys.PASSWORD);
        spec.setPort(0);
        spec.setFraming("delimiter 0A");
        spec.setKeystore(stores.resolve("keys.p12").toString());
        spec.setKeystorePassword("property:" + PASSWORD_PROPERTY);
    }

    @AfterEach
    void stop() {
        System.clearProperty(PASSWORD_PROPERTY);
        threads.shutdownNow();
        alarms.close();
    }

    @Test
    void portAsksForNoCertificateByDefault() throws Exception {
        try (CallPort port = open()) {
            assertThat(answered(port, own.trustOnly())).isTrue();
            assertThat(answered(port, strangers.trustOnly())).as("another's key").isFalse();
        }
    }

    @Test
    void portAcceptsTrustedCertificateOnlyWhereRequired() throws Exception {
        spec.setTruststore(stores.resolve("keys.p12").toString());
        spec.setTruststorePassword("file:" + stores.resolve("password"));
        spec.setClientCertificates("required");
        try (CallPort port = open()) {
            assertThat(answered(port, own.context())).isTrue();
            assertThat(answered(port, own.trustOnly())).as("none").isFalse();
            assertThat(answered(port, strangers.showingTo(own))).as("unknown").isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "keystorePassword, secret-in-clear, write it like env:NAME",
        "keystorePassword, env:NO_SUCH_VARIABLE, 'names env:NO_SUCH_VARIABLE, which is not set'",
        "keystorePassword, file:/no/such/file, cannot be read",
        "keystorePassword, property:java.version, keystore cannot be opened",
        "keystore, /no/such/store, keystore cannot be opened",
        "keystore, '', keystore is not set",
        "clientCertificates, required, truststore is not set",
        "clientCertificates, perhaps, 'give one of none, optional, required'",
        "framing, close, use another framing",
    })
    void whatCannotBeNamesPropertyAndRemedy(String property, String value, String message)
            throws Exception {
        if (property.equals("keystore")) {
            spec.setTruststore(stores.resolve("keys.p12").toString());
        }
        String setter = "set" + property.substring(0, 1).toUpperCase() + property.substring(1);
        InboundSpec.class.getMethod(setter, String.class).invoke(spec, value);
        assertThatThrownBy(spec::validate)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    private CallPort open() throws Exception {
        ServerCallListener echo = call -> call.payload();
        return CallPort.open(spec.settings(), echo, threads, alarms);
    }

    private static boolean answered(CallPort port, SSLContext caller) {
        try (Socket socket =
                caller.getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), port.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("hello\n".getBytes(UTF_8));
            return new String(socket.getInputStream().readNBytes(6), UTF_8).equals("hello\n");
        } catch (IOException refused) {
            return false;
        }
    }
}
