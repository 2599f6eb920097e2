package io.hansa.proxy.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The count of changes to the registry in the database, within the caller's transaction. */
@Dependent
public class Revisions {
    private static final String READ = "select r.revision from RegistryRevision r where r.id = 1";
    private static final String RAISE =
            "update RegistryRevision r set r.revision = r.revision + 1 where r.id = 1";

    private static final String SET =
            "update RegistryRevision r set r.revision = ?1 where r.id = 1";

    private static final Map<Part, String> ENTITIES =
            Map.of(
                    Part.ACCOUNT, "Account",
                    Part.GROUP, "GroupDescription",
                    Part.CAPABILITY, "Capability",
                    Part.SERVER, "BusinessServer",
                    Part.PERMISSION, "Permission",
                    Part.PEER, "Peer");

    private final EntityManager entityManager;
    private final ItemFacts facts;
    private final ChangeNotes notes;

    @Inject
    public Revisions(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.facts = new ItemFacts(entityManager);
        this.notes = new ChangeNotes(entityManager);
    }

    public long current() {
        return entityManager.createQuery(READ, Long.class).getSingleResult();
    }

    /**
     * Begins a change: call it before anything is read that the change depends on. Changes of all
     * nodes wait here for one another until the end of their transactions.
     *
     * @return the registry's revision once this transaction has committed
     */
    public long next() {
        entityManager.createQuery(RAISE).executeUpdate();
        long revision = current();
        notes.forgetBefore(revision);
        return revision;
    }

    /**
     * Begins a change whose revision is newer than another one, too.
     *
     * @param other which the database may not have
     */
    public long nextAfter(long other) {
        long revision = next();
        if (revision > other) {
            return revision;
        }
        entityManager.createQuery(SET).setParameter(1, other + 1).executeUpdate();
        return other + 1;
    }

    /**
     * Notes that an item was created or changed, so that nodes need not read everything again.
     *
     * @param revision as {@link #next} gave it
     * @param item its name or id
     */
    public void note(long revision, Part part, String item) {
        notes.insert(revision, part, item);
        facts.changed(part, item, revision);
    }

    /** The same for an item that was removed. */
    public void noteRemoved(long revision, Part part, String item) {
        notes.insert(revision, part, item);
        facts.removed(part, item);
    }

    /**
     * Notes what an administrator decided about a revision that is held: every node takes what the
     * database has then.
     */
    public void decided(long revision, String decision) {
        notes.insert(revision, Part.HELD, decision);
    }

    /** Whether there was such a decision after that revision. */
    public boolean decidedAfter(long revision) {
        return notes.decidedAfter(revision);
    }

    /**
     * What was changed after the one revision, up to the other; empty where that is not known of
     * each revision in between.
     */
    Optional<Changes> between(long before, long now) {
        return notes.between(before, now);
    }

    /** What this proxy itself changed from one revision to another. */
    Changes noted(long before, long now) {
        return notes.noted(before, now);
    }

    /** What the database's clock said when the transaction began. */
    Instant time() {
        return Instant.class.cast(
                entityManager
                        .createNativeQuery("select current_timestamp", Instant.class)
                        .getSingleResult());
    }

    /** How many items of each part the database has. */
    Map<Part, Long> counts() {
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        ENTITIES.forEach(
                (part, entity) ->
                        counts.put(
                                part,
                                entityManager
                                        .createQuery(
                                                "select count(e) from " + entity + " e", Long.class)
                                        .getSingleResult()));
        return counts;
    }

    /** The current revision, which stays the current one until the end of this transaction. */
    long hold() {
        return entityManager
                .createQuery("select r from RegistryRevision r where r.id = 1", RevisionRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult()
                .revision();
    }
}
