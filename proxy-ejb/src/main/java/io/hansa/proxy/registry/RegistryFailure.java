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

    /**
     * What PostgreSQL 15 says where it answers and takes no changes (its appendix A): resources,
     * such as room on the disk, system errors, internal errors, and a copy that is read only.
     */
    private static final Set<String> NO_CHANGES = Set.of("53", "58", "XX");

    /** The same in full; the others are of H2 2: input or output, and a file that is read only. */
    private static final Set<String> NO_CHANGES_WHOLE = Set.of("25006", "90028", "90031", "90097");

    /** About connections only, though its class is resources. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

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
                                "The registry's database does not answer, takes no changes, or a"
                                        + " longer change holds it. Nothing was changed; try again"
                                        + " shortly.",
                                thrown));
            }
        }
        return Optional.empty();
    }

    /**
     * @return why the database takes no changes though it answers, without a full stop; empty where
     *     the failure does not say that it takes none
     */
    static Optional<String> noChanges(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException refused && takesNoChanges(refused.getSQLState())) {
                return Optional.of(words(refused));
            }
        }
        return Optional.empty();
    }

    private static String words(SQLException refused) {
        String line =
                Optional.ofNullable(refused.getMessage()).stream()
                        .flatMap(String::lines)
                        .findFirst()
                        .orElse("SQL state " + refused.getSQLState())
                        .strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static boolean takesNoChanges(String state) {
        return state != null
                && state.length() >= CLASS_LENGTH
                && !state.equals(TOO_MANY_CONNECTIONS)
                && (NO_CHANGES.contains(state.substring(0, CLASS_LENGTH))
                        || NO_CHANGES_WHOLE.contains(state));
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
