package io.hansa.proxy.registration;

import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.assistance.UnusableRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The business servers in the database. For the registry's loading and for administration, within
 * their transactions.
 */
@Dependent
public class RegisteredServers {
    private static final System.Logger LOG = System.getLogger(RegisteredServers.class.getName());

    private final EntityManager entityManager;

    @Inject
    public RegisteredServers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * All that this version understands, by id. One that a newer node wrote in a form unknown here
     * is left out and logged: it must not keep all other changes from this node.
     */
    public List<BusinessServer> all() {
        return entityManager
                .createQuery(
                        """
                        select distinct s from BusinessServer s
                        left join fetch s.capabilities order by s.id""",
                        ServerRow.class)
                .getResultStream()
                .flatMap(RegisteredServers::understood)
                .toList();
    }

    public Optional<BusinessServer> find(String id) {
        return Optional.ofNullable(entityManager.find(ServerRow.class, id)).map(ServerRow::value);
    }

    /**
     * Creates or replaces the server of that id.
     *
     * @param revision of the registry with this change
     * @return the server with its new version
     */
    public BusinessServer put(BusinessServer server, long revision) {
        ServerRow row = entityManager.find(ServerRow.class, server.id());
        if (row == null) {
            row = new ServerRow(server.id(), revision);
            row.take(server);
            entityManager.persist(row);
        } else {
            row.take(server);
        }
        entityManager.flush();
        return row.value();
    }

    public void remove(String id) {
        entityManager.remove(entityManager.find(ServerRow.class, id));
        entityManager.flush();
    }

    private static Stream<BusinessServer> understood(ServerRow row) {
        try {
            BusinessServer server = row.value();
            if (server.enabled() && !server.usable()) {
                LOG.log(
                        WARNING,
                        "HANSA-3201 Business server {0} gets no work, because the rules in its entry are refused: {1}."
                                + " Correct its assist member.",
                        row.id(),
                        ((UnusableRule) server.assist().get(0)).reason());
            }
            return Stream.of(server);
        } catch (RuntimeException unknown) {
            LOG.log(
                    WARNING,
                    "HANSA-3202 Business server {0} is left out, because this version cannot read its entry: {1}"
                            + " Upgrade this node, or correct the entry.",
                    row.id(),
                    unknown.getMessage());
            return Stream.empty();
        }
    }
}
