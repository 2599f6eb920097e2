package io.hansa.proxy.signing;

import io.hansa.proxy.token.SigningKey;
import io.hansa.proxy.token.TimedKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The signing keys in the database, within the caller's transaction. */
@Dependent
class StoredSigningKeys {
    private static final String ALL = "select k from SigningKey k order by k.signsFrom, k.id";

    private final EntityManager entityManager;

    @Inject
    StoredSigningKeys(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<String> ids() {
        return rows().stream().map(SigningKeyRow::id).toList();
    }

    /** All keys, in the order in which they sign. */
    List<TimedKey> all(KeyCipher cipher) throws WrongKeyException {
        List<SigningKeyRow> rows = rows();
        TimedKey[] keys = new TimedKey[rows.size()];
        for (int i = 0; i < keys.length; i++) {
            SigningKeyRow row = rows.get(i);
            keys[i] =
                    new TimedKey(
                            SigningKey.parse(cipher.open(row.id(), row.secret())),
                            row.publishedAt(),
                            row.signsFrom(),
                            row.keptUntil());
        }
        return List.of(keys);
    }

    void add(TimedKey timed, KeyCipher cipher) {
        SigningKey key = timed.key();
        entityManager.persist(
                new SigningKeyRow(
                        key.id(),
                        SigningKey.ALGORITHM,
                        cipher.seal(key.id(), key.secretJwk()),
                        timed.published(),
                        timed.since()));
        entityManager.flush();
    }

    void keepUntil(String id, Instant until) {
        entityManager.find(SigningKeyRow.class, id).keepUntil(until);
        entityManager.flush();
    }

    void remove(String id) {
        entityManager.remove(entityManager.find(SigningKeyRow.class, id));
        entityManager.flush();
    }

    private List<SigningKeyRow> rows() {
        return entityManager.createQuery(ALL, SigningKeyRow.class).getResultList();
    }
}
