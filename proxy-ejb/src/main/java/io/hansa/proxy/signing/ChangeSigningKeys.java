package io.hansa.proxy.signing;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.configuration.SigningKeyTimes;
import io.hansa.proxy.registry.Part;
import io.hansa.proxy.registry.Revisions;
import io.hansa.proxy.secret.SecretKeyFile;
import io.hansa.proxy.token.SigningKey;
import io.hansa.proxy.token.TimedKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads and changes the signing keys in the database. Each change takes the registry's next
 * revision first, so that nodes make no two keys at once, and is audited. A revision without a
 * change is noted, too: nodes would read the whole registry otherwise. Times have the precision of
 * the database.
 */
@Dependent
class ChangeSigningKeys {
    private static final String KIND = "key";

    private final Revisions revisions;
    private final StoredSigningKeys stored;
    private final AuditRecords audit;
    private final SigningKeyTimes times;
    private final Clock clock;

    @Inject
    ChangeSigningKeys(
            Revisions revisions,
            StoredSigningKeys stored,
            AuditRecords audit,
            SigningKeyTimes times,
            Clock clock) {
        this.revisions = revisions;
        this.stored = stored;
        this.audit = audit;
        this.times = times;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public boolean areThere() {
        return !stored.ids().isEmpty();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<TimedKey> all(KeyCipher cipher) throws WrongKeyException {
        return stored.all(cipher);
    }

    /**
     * Makes the first key where the registry has none. It signs at once.
     *
     * @param file made, where it is not there, only if the registry has no key
     * @return whether this call made it
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean makeFirst(SecretKeyFile file) {
        long revision = revisions.next();
        List<String> ids = stored.ids();
        if (!ids.isEmpty()) {
            revisions.note(revision, Part.SIGNING_KEY, ids.get(0));
            return false;
        }
        Instant now = now();
        TimedKey first = new TimedKey(new SigningKey(), now, now, null);
        stored.add(first, new KeyCipher(file.readOrCreate()));
        note(revision, change("start", null, first));
        return true;
    }

    /**
     * Publishes a new key that signs after the overlap.
     *
     * @return whether there is a new one; not where another one waits for its time already
     * @throws KeyRotation.Planned with the changes, if this is a dry run
     */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = WrongKeyException.class)
    public boolean rotate(KeyCipher cipher, KeyRotation wanted) throws WrongKeyException {
        long revision = revisions.next();
        List<TimedKey> keys = stored.all(cipher);
        TimedKey last = keys.get(keys.size() - 1);
        Instant now = now();
        if (last.since().isAfter(now)) {
            if (wanted.dryRun()) {
                throw new KeyRotation.Planned(List.of());
            }
            revisions.note(revision, Part.SIGNING_KEY, last.key().id());
            return false;
        }
        Instant since = now.plus(times.publishAhead());
        TimedKey next = new TimedKey(new SigningKey(), now, since, null);
        stored.add(next, cipher);
        Instant until = since.plus(times.kept());
        stored.keepUntil(last.key().id(), until);
        TimedKey ending = new TimedKey(last.key(), last.published(), last.since(), until);
        note(revision, change(wanted.by(), null, next).because(wanted.reason()));
        note(revision, change(wanted.by(), last, ending).because(wanted.reason()));
        if (wanted.dryRun()) {
            throw new KeyRotation.Planned(List.of(json(null, next), json(last, ending)));
        }
        return true;
    }

    /** Removes a key whose last token has expired, unless another node did so before. */
    @Transactional(TxType.REQUIRES_NEW)
    public void remove(TimedKey key) {
        long revision = revisions.next();
        if (stored.ids().contains(key.key().id())) {
            stored.remove(key.key().id());
            note(revision, change("schedule", key, null));
        } else {
            revisions.noteRemoved(revision, Part.SIGNING_KEY, key.key().id());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private AuditRecord change(String by, TimedKey before, TimedKey after) {
        String id = (after == null ? before : after).key().id();
        return AuditRecord.of(clock.instant(), by, KIND, id, json(before), json(after));
    }

    private void note(long revision, AuditRecord change) {
        if (change.after() == null) {
            revisions.noteRemoved(revision, Part.SIGNING_KEY, change.key());
        } else {
            revisions.note(revision, Part.SIGNING_KEY, change.key());
        }
        audit.append(change);
    }

    /** A change of a dry run, as of every other kind. */
    private static JsonObject json(TimedKey before, TimedKey after) {
        return JSON.createObjectBuilder()
                .add("kind", KIND)
                .add("key", after.key().id())
                .add("before", before == null ? JsonValue.NULL : json(before))
                .add("after", json(after))
                .build();
    }

    private static JsonObject json(TimedKey key) {
        return Optional.ofNullable(key).map(KeyJson::print).orElse(null);
    }
}
