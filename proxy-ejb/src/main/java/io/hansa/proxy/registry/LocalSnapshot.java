package io.hansa.proxy.registry;

import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.configuration.SecretFiles;
import io.hansa.proxy.secret.SecretKeyFile;
import io.hansa.proxy.secret.SignedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * The registry in force as a file of this node, from which it starts where the database does not
 * answer. Only the owner of the process may read it: it has the hashes of passwords. Written by one
 * thread.
 */
@ApplicationScoped
class LocalSnapshot {
    private static final Logger LOG = System.getLogger(LocalSnapshot.class.getName());
    private static final long MAX_BYTES = 128L << 20;

    private SignedFile file;
    private long written = Registry.EMPTY.revision();
    private boolean failed;

    protected LocalSnapshot() {}

    @Inject
    LocalSnapshot(SecretFiles files, ProxyIdentity proxy) {
        this(
                new SignedFile(
                        files.beside("hansa-registry-" + proxy.node() + ".snapshot"),
                        new SecretKeyFile(files.keyFile()),
                        MAX_BYTES));
    }

    LocalSnapshot(SignedFile file) {
        this.file = file;
    }

    /**
     * @param writtenAt by the clock of this node
     */
    record Stored(Registry registry, Instant writtenAt) {}

    /** Empty where there is none, or none that may be believed. */
    Optional<Stored> read() {
        try {
            return file.read()
                    .map(
                            content ->
                                    new Stored(
                                            RegistryText.read(content.bytes()),
                                            content.writtenAt()));
        } catch (IOException | RuntimeException refused) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-3315 The snapshot {0} of the registry is not used: {1}. The node waits for the database.",
                    file.path(),
                    refused.getMessage());
            return Optional.empty();
        }
    }

    /** Writes the registry, unless that revision is written already. */
    void write(Registry registry) {
        if (registry.revision() == written || !file.canSign()) {
            return;
        }
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            RegistryText.write(registry, text);
            file.write(text.toByteArray(), DatabaseClock.now());
            written = registry.revision();
            failed = false;
        } catch (IOException | RuntimeException full) {
            if (!failed) {
                failed = true;
                LOG.log(
                        Level.WARNING,
                        "HANSA-3316 The snapshot {0} of the registry cannot be written: {1}. Without it this node"
                                + " does not start while the database is away.",
                        file.path(),
                        full.getMessage());
            }
        }
    }
}
