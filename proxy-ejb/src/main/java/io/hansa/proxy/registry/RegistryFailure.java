package io.hansa.proxy.registry;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells a database that does not take a statement now from a statement that it never takes. */
public final class RegistryFailure {
    /**
     * Classes of SQL states (ISO 9075-2, section 24.1) that are about the statement or its data:
     * feature not supported, cardinality, data, constraint, syntax or access.
     */
    private static final Set<String> OF_THE_STATEMENT = Set.of("0A", "21", "22", "23", "42");

    private static final int CLASS_LENGTH = 2;

    private RegistryFailure() {}

    /**
     * @return REGISTRY_UNAVAILABLE where the database is away, refuses connections, or holds a lock
     *     of another transaction; empty for any other exception
     */
    public static Optional<Failure> of(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (isPassing(at)) {
                return Optional.of(
                        Failure.of(
                                ErrorCode.REGISTRY_UNAVAILABLE,
                                Effect.NONE,
                                "The registry's database does not answer, or a longer change holds"
                                        + " it. Nothing was changed; try again shortly.",
                                thrown));
            }
        }
        return Optional.empty();
    }

    private static boolean isPassing(Throwable thrown) {
        if (thrown instanceof SQLException refused) {
            String state = refused.getSQLState();
            return state == null
                    || state.length() < CLASS_LENGTH
                    || !OF_THE_STATEMENT.contains(state.substring(0, CLASS_LENGTH));
        }
        return thrown instanceof LockTimeoutException
                || thrown instanceof PessimisticLockException
                || thrown instanceof QueryTimeoutException;
    }
}
