package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Credentials;
import io.hansa.proxy.account.Group;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.federation.Peer.Link;
import io.hansa.proxy.federation.Peer.Transport;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.secret.SecretKeyFile;
import io.hansa.proxy.secret.SignedFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSnapshotTest {
    private static final long MAX = 100_000;

    @TempDir private Path directory;

    @Test
    void everyItemComesBackAsItWas() {
        Registry registry = registry();
        snapshot("a").write(registry);

        Registry read = snapshot("a").read().orElseThrow().registry();

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("breakers.*cause.at", "servers.*version")
                .isEqualTo(registry);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        snapshot("a").write(registry());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(snapshot("a").read()).isEmpty();
    }

    @Test
    void changedByteIsNotBelieved() throws IOException {
        snapshot("a").write(registry());
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 3] ^= 1;
        Files.write(file(), bytes);

        assertThat(snapshot("a").read()).isEmpty();
    }

    @Test
    void cutOffFileIsNotBelieved() throws IOException {
        snapshot("a").write(registry());
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(snapshot("a").read()).isEmpty();
    }

    @Test
    void anotherKeyFileDoesNotOpenIt() {
        snapshot("a").write(registry());

        assertThat(snapshot("b").read()).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsWritten() {
        new LocalSnapshot(
                        new SignedFile(
                                file(), new SecretKeyFile(directory.resolve("none.key")), MAX))
                .write(registry());

        assertThat(file()).doesNotExist();
    }

    @Test
    void tooLargeARegistryKeepsTheOlderFile() throws IOException {
        snapshot("a").write(registry());
        byte[] before = Files.readAllBytes(file());

        new LocalSnapshot(new SignedFile(file(), key("a"), 100)).write(registry());

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    private Path file() {
        return directory.resolve("registry.snapshot");
    }

    private SecretKeyFile key(String name) {
        SecretKeyFile key = new SecretKeyFile(directory.resolve(name + ".key"));
        key.readOrCreate();
        return key;
    }

    private LocalSnapshot snapshot(String key) {
        return new LocalSnapshot(new SignedFile(file(), key(key), MAX));
    }

    private static Registry registry() {
        return Registry.of(
                        7,
                        List.of(
                                new Account(
                                        "shop",
                                        Set.of("night"),
                                        Set.of(Role.CALLER, Role.ADMIN),
                                        true,
                                        new RateLimit(5, 1000),
                                        9,
                                        new Credentials(
                                                "$argon2id$x",
                                                true,
                                                4,
                                                Instant.parse("2026-01-31T08:00:00.000001Z"))),
                                new Account("depot", null, Set.of(), Set.of(), false, 3)),
                        List.of(Capability.undescribed("trade.settle")),
                        List.of(ServerSamples.framed("trade-1", "trade.settle")),
                        List.of(Permission.allow("p-1", Subject.account("shop"), "trade.*")),
                        List.of(
                                new Peer(
                                        "shop-b",
                                        URI.create("http://127.0.0.1:8182"),
                                        Link.INTRANET,
                                        Transport.REST,
                                        true,
                                        0)),
                        List.of(new BreakerSetting("server:trade-1", Mode.FORCED_OPEN, 0)))
                .withGroups(Map.of("night", new Group("night", "by night", 2)));
    }
}
