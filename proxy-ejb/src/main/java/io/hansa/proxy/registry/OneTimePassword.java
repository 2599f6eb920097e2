package io.hansa.proxy.registry;

import io.hansa.proxy.configuration.SecretFiles;
import io.hansa.proxy.secret.PrivateFile;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The file with the first administrator's password, where none was given. Only the owner of the
 * node's process may read it. It is removed when the password was changed, on any node.
 */
@Dependent
public class OneTimePassword {
    private static final Logger LOG = System.getLogger(OneTimePassword.class.getName());
    private static final int BYTES = 18;

    private final Path file;

    @Inject
    public OneTimePassword(SecretFiles files) {
        this.file = files.beside("hansa-admin-password");
    }

    Path file() {
        return file;
    }

    /** Makes a password and writes it down, in the place of one that an earlier start left. */
    String create() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.deleteIfExists(file);
        PrivateFile.create(file, password + "\n");
        return password;
    }

    /** Removes the file when the account has another password. */
    void removeAfterUse(Registries registries) {
        if (Files.exists(file)) {
            registries.onReplaced(this::look);
        }
    }

    private void look(Registry registry) {
        var admin = registry.accounts().get(FirstAdministrator.NAME);
        if (admin == null || !admin.credentials().temporary()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-3309 The file {0} has a one-time password that is no longer valid. It cannot be removed: {1}",
                        file,
                        kept.getMessage());
            }
        }
    }
}
