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

    private static RuntimeException wrapped(SQLException cause) {
        return new PersistenceException(new RuntimeException(cause));
    }
}
