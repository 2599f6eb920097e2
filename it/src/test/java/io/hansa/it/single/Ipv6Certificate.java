package io.hansa.it.single;

import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.Project;
import io.hansa.it.system.TestAuthority;
import io.hansa.it.system.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.operator.OperatorCreationException;

/** A certificate for {@code ::1}, which the proxies of the views trust by the profile ipv6. */
final class Ipv6Certificate {
    static final String PASSWORD = "ipv6-trust";

    private static final TlsIdentity IDENTITY = issue();

    private Ipv6Certificate() {}

    private static TlsIdentity issue() {
        try {
            return new TestAuthority().issue("legacy", "::1", Duration.ofDays(1));
        } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The file of the profile's trust. */
    static Path trust() throws IOException {
        try {
            Path directory = Files.createDirectories(Project.path("it/target/single"));
            return IDENTITY.writeTrustStore(
                    directory.resolve("ipv6-" + System.nanoTime() + ".p12"), PASSWORD);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static LegacySystem.Door door() throws IOException, GeneralSecurityException {
        SSLContext context = IDENTITY.serverContext();
        return socket -> {
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
            tls.startHandshake();
            return tls;
        };
    }
}
