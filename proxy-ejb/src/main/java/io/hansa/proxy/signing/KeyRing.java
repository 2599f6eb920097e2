package io.hansa.proxy.signing;

import io.hansa.proxy.configuration.SecretFiles;
import io.hansa.proxy.configuration.SigningKeyTimes;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.token.SigningKeys;
import io.hansa.proxy.token.TimedKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
    private ChangeSigningKeys change;
    private SigningKeys inForce;
    private Registries registries;
    private SigningKeyTimes times;
    private SecretKeyFile file;
    private Clock clock;
    private KeyCipher cipher;
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
        this.clock = clock;
    }

    /**
     * Reads the keys, and makes the first one in an empty registry.
     *
     * @throws IllegalStateException with the remedy if this node has not the key file with which
     *     the keys were encrypted
     */
    public synchronized void open() {
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
    }

    /** To be called every second: looks what another node changed, and what time has brought. */
    public synchronized void turn() {
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
            }
        } catch (WrongKeyException another) {
            throw wrong(another);
        }
        revision = now;
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
