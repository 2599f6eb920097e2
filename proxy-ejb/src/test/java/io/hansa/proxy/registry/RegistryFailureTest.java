package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryFailureTest {
    /** PostgreSQL's connection, lock and shutdown states, and H2's lock time-out. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "55P03", "57P01", "40001", "53300", "HYT00"})
    void databaseThatTakesNothingNowIsUnavailable(String state) {
        Failure told = RegistryFailure.of(wrapped(new SQLException("no", state))).orElseThrow();

        assertThat(told.code()).isEqualTo(ErrorCode.REGISTRY_UNAVAILABLE);
        assertThat(told.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void refusedConnectionWithoutStateIsUnavailable() {
        assertThat(RegistryFailure.of(wrapped(new SQLException("no connection")))).isPresent();
    }

    @Test
    void lockTimeOutIsUnavailable() {
        assertThat(RegistryFailure.of(new RuntimeException(new LockTimeoutException())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "42S02"})
    void faultOfTheStatementIsADefect(String state) {
        assertThat(RegistryFailure.of(wrapped(new SQLException("no", state)))).isEmpty();
        assertThat(RegistryFailure.of(new IllegalStateException())).isEmpty();
    }

    /**
     * PostgreSQL's full disk, failed write, internal error and read-only copy; H2's read-only file.
     */
    @ParameterizedTest
    @ValueSource(strings = {"53100", "58030", "XX000", "25006", "90097"})
    void databaseThatTakesNoChangesIsKnownByItsWords(String state) {
        SQLException full =
                new SQLException(
                        "ERROR: could not extend file \"base/5\".\n  Hint: Check free space.",
                        state);

        assertThat(RegistryFailure.noChanges(wrapped(full)))
                .contains("ERROR: could not extend file \"base/5\"");
    }

    @Test
    void databaseWithoutWordsIsKnownByItsState() {
        assertThat(RegistryFailure.noChanges(wrapped(new SQLException(null, "53100"))))
                .contains("SQL state 53100");
    }

    /** Connections, locks, a transaction that failed before, and data. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "55P03", "40001", "25P02", "23505", "HYT00"})
    void otherFailuresDoNotSayThatNoChangesAreTaken(String state) {
        assertThat(RegistryFailure.noChanges(wrapped(new SQLException("no", state)))).isEmpty();
        assertThat(RegistryFailure.noChanges(wrapped(new SQLException("no")))).isEmpty();
    }

    private static RuntimeException wrapped(SQLException cause) {
        return new PersistenceException(new RuntimeException(cause));
    }
}
