package io.hansa.proxy.signing;

import io.hansa.proxy.configuration.SecretFiles;
import io.hansa.proxy.configuration.SigningKeyTimes;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryFailure;
import io.hansa.proxy.secret.SecretKeyFile;
import io.hansa.proxy.secret.SignedFile;
import io.hansa.proxy.token.SigningKeys;
import io.hansa.proxy.token.TimedKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the signing keys in force equal to those in the registry, and replaces them when they grow
 * old. The database is read when the registry's revision has moved, never for a request. Safe for
 * many threads.
 */
@ApplicationScoped
public class KeyRing {
    private static final Logger LOG = System.getLogger(KeyRing.class.getName());

    private ChangeSigningKeys change;
    private SigningKeys inForce;
    private Registries registries;
    private SigningKeyTimes times;
    private SecretKeyFile file;
    private Clock clock;
    private KeyCipher cipher;
    private KeySnapshot snapshot;
    private boolean open;
    private List<JsonObject> written;
    private long revision = Long.MIN_VALUE;

    protected KeyRing() {}

    @Inject
    KeyRing(
            ChangeSigningKeys change,
            SigningKeys inForce,
            Registries registries,
            SigningKeyTimes times,
            SecretFiles files,
            Clock clock) {
        this.change = change;
        this.inForce = inForce;
        this.registries = registries;
        this.times = times;
        this.file = new SecretKeyFile(files.keyFile());
        this.snapshot =
                new KeySnapshot(
                        new SignedFile(
                                files.beside("hansa-signing-keys.snapshot"),
                                file,
                                KeySnapshot.MAX_BYTES));
        this.clock = clock;
    }

    /**
     * Reads the keys, and makes the first one in an empty registry. Where the database does not
     * answer, the keys are those of this node's snapshot, and {@link #turn} does the rest.
     *
     * @throws IllegalStateException with the remedy if this node has not the key file with which
     *     the keys were encrypted
     */
    public synchronized void open() {
        try {
            openStored();
        } catch (RuntimeException failure) {
            if (RegistryFailure.of(failure).isEmpty()) {
                throw failure;
            }
            openSnapshot();
        }
    }

    private void openStored() {
        if (!change.areThere()) {
            change.makeFirst(file);
        }
        if (!file.exists()) {
            throw new IllegalStateException(
                    "The registry has signing keys, but this node has not the file that decrypts them, %s. Copy it there from another node of this proxy, or name it with hansa.secret.key-file. If no node has it any more, delete all rows of the table signing_key: all tokens end, and the next start makes new keys."
                            .formatted(file.path()));
        }
        cipher = new KeyCipher(file.read());
        load();
        open = true;
    }

    /** The same where the database is known not to answer. */
    public synchronized void openSnapshot() {
        if (!file.exists()) {
            return;
        }
        KeyCipher own = new KeyCipher(file.read());
        try {
            inForce.replace(snapshot.read(own));
        } catch (IOException | RuntimeException | WrongKeyException refused) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-3502 The snapshot of the signing keys is not used: {0}. Tokens are refused until the"
                            + " database answers.",
                    refused.getMessage());
        }
    }

    /** To be called every second: looks what another node changed, and what time has brought. */
    public synchronized void turn() {
        if (!open) {
            openStored();
        }
        if (registries.current().revision() != revision) {
            load();
        }
        Instant now = clock.instant();
        TimedKey last = inForce.all().get(inForce.all().size() - 1);
        if (isOld(last, now)) {
            rotate(new KeyRotation("schedule", null, false));
        }
        List<TimedKey> over = inForce.all().stream().filter(key -> key.isOver(now)).toList();
        if (!over.isEmpty()) {
            over.forEach(change::remove);
            load();
        }
    }

    /**
     * Publishes a new key, unless one waits for its time already.
     *
     * @return all keys then, or the plan of a dry run, as JSON of the administration API
     */
    public synchronized JsonObject rotate(KeyRotation wanted) {
        try {
            change.rotate(cipher, wanted);
        } catch (KeyRotation.Planned dryRun) {
            return dryRun.json();
        } catch (WrongKeyException another) {
            throw wrong(another);
        }
        load();
        return show();
    }

    /** All keys, as JSON of the administration API. */
    public JsonObject show() {
        return KeyJson.print(inForce);
    }

    /**
     * The revision is read first: what is committed meanwhile is read again in the next run. Where
     * all keys were deleted from the database, those in force stay until the next start makes a new
     * one.
     */
    private void load() {
        long now = registries.current().revision();
        try {
            List<TimedKey> stored = change.all(cipher);
            if (!stored.isEmpty()) {
                inForce.replace(stored);
                write(stored);
            }
        } catch (WrongKeyException another) {
            throw wrong(another);
        }
        revision = now;
    }

    private void write(List<TimedKey> stored) {
        List<JsonObject> keys = stored.stream().map(KeyJson::print).toList();
        if (keys.equals(written)) {
            return;
        }
        written = keys;
        try {
            snapshot.write(stored, cipher);
        } catch (IOException | RuntimeException full) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-3503 The snapshot of the signing keys cannot be written: {0}. Without it this node takes"
                            + " no tokens when it starts while the database is away.",
                    full.getMessage());
        }
    }

    private boolean isOld(TimedKey last, Instant now) {
        return !times.rotateAfter().isZero()
                && !now.isBefore(
                        last.since().plus(times.rotateAfter()).minus(times.publishAhead()));
    }

    private IllegalStateException wrong(WrongKeyException another) {
        return new IllegalStateException(
                "The file %s is not the one with which the registry's signing keys were encrypted; copy it from another node of this proxy."
                        .formatted(file.path()),
                another);
    }
}
