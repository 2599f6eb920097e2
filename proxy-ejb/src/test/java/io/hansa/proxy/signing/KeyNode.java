package io.hansa.proxy.signing;

import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.configuration.SecretFiles;
import io.hansa.proxy.configuration.SigningKeyTimes;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.RegistryNode;
import io.hansa.proxy.registry.Revisions;
import io.hansa.proxy.secret.SecretKeyFile;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.SigningKeys;
import io.hansa.proxy.token.TimedKey;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The signing keys of one node; transactions as the container would make them. */
final class KeyNode {
    static final Duration ROTATE = Duration.ofDays(1);
    static final Duration AHEAD = Duration.ofMinutes(5);
    static final Duration KEPT = Duration.ofMinutes(20);

    private final RegistryNode node;
    private final SigningKeys keys;
    private final KeyRing ring;

    KeyNode(RegistryDatabase database, Path keyFile, ManualClock clock) {
        node = database.node();
        keys = new SigningKeys(clock);
        SigningKeyTimes times = new SigningKeyTimes(ROTATE, AHEAD, KEPT);
        ring =
                new KeyRing(
                        new InTransactions(node, times, clock),
                        keys,
                        node.registries(),
                        times,
                        new SecretFiles(keyFile),
                        clock);
    }

    KeyNode open() {
        node.poll();
        ring.open();
        return this;
    }

    /** As the timers do: the registry is polled, then the keys are looked after. */
    void turn() {
        node.poll();
        ring.turn();
    }

    KeyRing ring() {
        return ring;
    }

    SigningKeys keys() {
        return keys;
    }

    RegistryNode registry() {
        return node;
    }

    List<String> states() {
        return ring.show().getJsonArray("keys").getValuesAs(JsonValue::asJsonObject).stream()
                .map((JsonObject key) -> key.getString("state"))
                .toList();
    }

    private static final class InTransactions extends ChangeSigningKeys {
        private final RegistryNode node;

        InTransactions(RegistryNode node, SigningKeyTimes times, Clock clock) {
            super(
                    new Revisions(node.entityManager()),
                    new StoredSigningKeys(node.entityManager()),
                    new AuditRecords(node.entityManager()),
                    times,
                    clock);
            this.node = node;
        }

        @Override
        public boolean areThere() {
            return node.transaction(super::areThere);
        }

        @Override
        public List<TimedKey> all(KeyCipher cipher) throws WrongKeyException {
            return checked(() -> super.all(cipher));
        }

        @Override
        public boolean makeFirst(SecretKeyFile file) {
            return node.transaction(() -> super.makeFirst(file));
        }

        @Override
        public boolean rotate(KeyCipher cipher, KeyRotation wanted) throws WrongKeyException {
            return checked(() -> super.rotate(cipher, wanted));
        }

        @Override
        public void remove(TimedKey key) {
            node.transaction(
                    () -> {
                        super.remove(key);
                        return null;
                    });
        }

        private <T> T checked(Reading<T> work) throws WrongKeyException {
            WrongKeyException[] wrong = new WrongKeyException[1];
            T result =
                    node.transaction(
                            () -> {
                                try {
                                    return work.run();
                                } catch (WrongKeyException another) {
                                    wrong[0] = another;
                                    return null;
                                }
                            });
            if (wrong[0] != null) {
                throw wrong[0];
            }
            return result;
        }

        private interface Reading<T> {
            T run() throws WrongKeyException;
        }
    }
}
