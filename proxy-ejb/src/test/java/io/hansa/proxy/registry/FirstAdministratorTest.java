package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Credentials;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.configuration.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The first start without an administrator, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class FirstAdministratorTest {
    private final RegistryNode node;
    @TempDir private Path directory;

    FirstAdministratorTest(SharedDatabase shared) {
        RegistryDatabase database = shared.get();
        database.empty();
        node = database.node();
    }

    @Test
    void givenPasswordIsPermanentAndLeavesNoFile() {
        node.createFirstAdministrator("admin-demo", keyFile());

        assertThat(admin().credentials().temporary()).isFalse();
        assertThat(file()).doesNotExist();
    }

    @Test
    void missingPasswordMakesAOneTimePasswordFile() throws IOException {
        node.createFirstAdministrator(null, keyFile());

        assertThat(admin().credentials().temporary()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        String password = Files.readString(file()).strip();
        assertThat(password).hasSize(24);
        assertThat(Hashing.verify(password, admin().passwordHash())).isTrue();
    }

    @Test
    void aLaterStartChangesNothing() throws IOException {
        node.createFirstAdministrator(null, keyFile());
        String password = Files.readString(file());

        node.createFirstAdministrator(null, keyFile());
        node.createFirstAdministrator("another", keyFile());

        assertThat(Files.readString(file())).isEqualTo(password);
        assertThat(Hashing.verify(password.strip(), admin().passwordHash())).isTrue();
    }

    @Test
    void theFileGoesWithTheOneTimePassword() {
        node.createFirstAdministrator(null, keyFile());
        new OneTimePassword(new SecretFiles(keyFile())).removeAfterUse(node.registries());
        node.poll();
        assertThat(file()).exists();

        changePassword();
        node.poll();

        assertThat(file()).doesNotExist();
        assertThat(admin().credentials().temporary()).isFalse();
    }

    private void changePassword() {
        node.transaction(
                () -> {
                    Revisions revisions = new Revisions(node.entityManager());
                    long revision = revisions.next();
                    Account before = admin();
                    revisions.note(revision, Part.ACCOUNT, "admin");
                    return new Accounts(node.entityManager())
                            .put(
                                    new Account(
                                            "admin",
                                            before.groups(),
                                            before.roles(),
                                            true,
                                            null,
                                            0,
                                            new Credentials("another hash", false, 0, null)),
                                    revision);
                });
    }

    private Account admin() {
        return new Accounts(node.entityManager()).find("admin").orElseThrow();
    }

    private Path keyFile() {
        return directory.resolve("hansa-secret.key");
    }

    private Path file() {
        return directory.resolve("hansa-admin-password");
    }
}
