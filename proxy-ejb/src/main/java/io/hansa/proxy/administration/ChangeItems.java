package io.hansa.proxy.administration;

import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.registry.RegistryLoader;
import io.hansa.proxy.registry.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Makes changes, their audit records and the new revision in one transaction: all of them, or none.
 * The transaction starts with the revision. The revision's lock orders the changes of all nodes, so
 * a check made here stays valid until the commit. A dry run does the same and is rolled back.
 */
@Dependent
class ChangeItems {
    private final Revisions revisions;
    private final Registries registries;
    private final RegistryLoader loader;
    private final Writing writing;
    private final Consequences consequences;

    @Inject
    ChangeItems(
            Revisions revisions,
            Registries registries,
            RegistryLoader loader,
            Writing writing,
            Consequences consequences) {
        this.revisions = revisions;
        this.registries = registries;
        this.loader = loader;
        this.writing = writing;
        this.consequences = consequences;
    }

    /**
     * @throws Outcome.RolledBack with the outcome, if this is a dry run or nothing changes
     * @throws io.hansa.proxy.failure.Failure if one of the changes is refused
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Outcome make(List<Change> changes, WriteOptions options) {
        long revision = revisions.next();
        Registry before = loader.at(registries.current(), revision - 1);
        Work work = new Work(revision, before, options);
        for (Change change : changes) {
            writing.write(change, work);
        }
        if (work.changes().isEmpty()) {
            throw new Outcome.RolledBack(work.outcome(before, List.of()));
        }
        Registry after = loader.at(before, revision);
        if (writing.removeUses(work, after)) {
            after = loader.at(before, revision);
        }
        Outcome outcome = work.outcome(after, consequences.of(work, after));
        if (options.dryRun()) {
            throw new Outcome.RolledBack(outcome);
        }
        return outcome;
    }
}
