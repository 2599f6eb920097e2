package io.hansa.connector.rar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.jca.validator.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * IronJacamar's validator, which knows what a container expects of a resource adapter, looks at the
 * packaged one.
 */
class RarValidationIT {

    private static final int CLEAN = 0;

    @Test
    void theValidatorFindsNothing(@TempDir Path reports) throws Exception {
        Path rar = Path.of(System.getProperty("hansa.rar"));
        assertThat(rar).isRegularFile();
        int result = Validation.validate(rar.toUri().toURL(), reports.toString(), null);
        assertThat(result).as(findings(reports)).isEqualTo(CLEAN);
    }

    private static String findings(Path reports) throws IOException {
        StringBuilder text = new StringBuilder("what the validator found:\n");
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
