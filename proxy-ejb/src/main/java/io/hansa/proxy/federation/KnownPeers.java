package io.hansa.proxy.federation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The peers that administrators have entered, in the database. For the registry's loading and for
 * administration, within their transactions.
 */
@Dependent
public class KnownPeers {
    private final EntityManager entityManager;

    @Inject
    public KnownPeers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All, by id. */
    public List<Peer> all() {
        return entityManager
                .createQuery("select p from Peer p order by p.id", PeerRow.class)
                .getResultStream()
                .map(PeerRow::value)
                .toList();
    }

    public Optional<Peer> find(String id) {
        return Optional.ofNullable(entityManager.find(PeerRow.class, id)).map(PeerRow::value);
    }

    /**
     * Creates or replaces the peer of that id.
     *
     * @param revision of the registry with this change
     * @return the peer with its new version
     */
    public Peer put(Peer peer, long revision) {
        PeerRow row = entityManager.find(PeerRow.class, peer.id());
        if (row == null) {
            row = new PeerRow(peer.id(), revision);
            row.take(peer);
            entityManager.persist(row);
        } else {
            row.take(peer);
        }
        entityManager.flush();
        return row.value();
    }

    public void remove(String id) {
        entityManager.remove(entityManager.find(PeerRow.class, id));
        entityManager.flush();
    }
}
