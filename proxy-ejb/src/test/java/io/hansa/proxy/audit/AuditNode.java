package io.hansa.proxy.audit;

import io.hansa.proxy.audit.AuditRecord.Origin;
import io.hansa.proxy.configuration.AuditLimits;
import io.hansa.proxy.configuration.AuditLimits.OnFull;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.RegistryNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The audit record of one node; transactions as the container would make them. For one thread. */
final class AuditNode {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00.123456Z");

    private final RegistryNode node;

    AuditNode(RegistryDatabase database) {
        node = database.node();
    }

    /** A node of a proxy that was only just set up. */
    static AuditNode onEmpty(RegistryDatabase database) {
        database.empty();
        return new AuditNode(database);
    }

    /** The record that capability {@code c7} was created, seven minutes after the first one. */
    static AuditRecord record(int number) {
        return AuditRecord.of(
                        START.plusSeconds(60L * number),
                        number % 2 == 0 ? "anne" : "bert",
                        "capability",
                        "c" + number,
                        null,
                        Json.createObjectBuilder().add("text", "a\"b\\c\nd €").build())
                .from(new Origin("n1", "10.0.0.1", "a".repeat(32)));
    }

    void append(int from, int through) {
        transaction(
                () -> {
                    for (int i = from; i <= through; i++) {
                        append(record(i));
                    }
                });
    }

    /** Within a transaction. */
    void append(AuditRecord record) {
        new AuditRecords(node.entityManager()).append(record);
    }

    void transaction(Runnable work) {
        transaction(
                () -> {
                    work.run();
                    return null;
                });
    }

    <T> T transaction(Supplier<T> work) {
        return node.transaction(work);
    }

    /** What an attacker does who has the database's password. */
    int sql(String statement) {
        return transaction(() -> node.entityManager().createNativeQuery(statement).executeUpdate());
    }

    /** Gives records their right hashes again, in order, as a forger would. */
    void forgeHashes(long from, long through) {
        transaction(
                () -> {
                    String previous = null;
                    for (AuditRow row : rows(from, through)) {
                        previous =
                                row.link(
                                        row.chained().sequence(),
                                        previous == null ? row.chained().previous() : previous);
                    }
                });
    }

    private List<AuditRow> rows(long from, long through) {
        return node.entityManager()
                .createQuery(
                        """
                        select r from AuditRecord r where r.sequence >= ?1 and r.sequence <= ?2
                        order by r.sequence""",
                        AuditRow.class)
                .setParameter(1, from)
                .setParameter(2, through)
                .getResultList();
    }

    List<ChainedRecord> records() {
        return read().after(0, 10_000).records();
    }

    JsonObject verify() {
        return verify(0, "");
    }

    JsonObject verify(long sequence, String hash) {
        return new VerifyAudit(read()).verify(sequence, hash);
    }

    /** The fault's kind and the record's number. */
    String fault() {
        JsonObject fault = verify().getJsonObject("break");
        return fault.getString("fault") + " " + fault.getInt("sequence");
    }

    AuditList list() {
        return new AuditList(node.entityManager());
    }

    Page<ChainedRecord> page(Map<String, String> parameters) {
        return transaction(() -> list().page(parameters));
    }

    ExportAudit export() {
        return new ExportAudit(read());
    }

    WriteAudit write() {
        return new WriteAudit(node.entityManager()) {
            @Override
            public void append(List<AuditRecord> records) {
                transaction(() -> super.append(records));
            }

            @Override
            public boolean adopt() {
                return transaction(() -> super.adopt());
            }
        };
    }

    /** Removes what the settings no longer keep, by the time of the clock. */
    void removeOldest(int keepDays, int keepRecords, Clock clock) {
        AuditLimits limits = new AuditLimits(Set.of(), 100, OnFull.DROP, 5, keepDays, keepRecords);
        AuditRetention retention =
                new AuditRetention(
                        node.entityManager(),
                        new AuditRecords(node.entityManager()),
                        limits,
                        clock);
        transaction(retention::removeOldest);
    }

    ReadChain read() {
        return new ReadChain(node.entityManager()) {
            @Override
            public ChainEnds ends() {
                return transaction(() -> super.ends());
            }

            @Override
            public Stretch after(long sequence, int limit) {
                return transaction(() -> super.after(sequence, limit));
            }

            @Override
            public List<ChainedRecord> matching(
                    long after, long last, AuditFilter filter, int limit) {
                return transaction(() -> super.matching(after, last, filter, limit));
            }

            @Override
            public long newest() {
                return transaction(() -> super.newest());
            }

            @Override
            public long unchained() {
                return transaction(() -> super.unchained());
            }

            @Override
            public ChainEnds.Place recordedAnchor() {
                return transaction(() -> super.recordedAnchor());
            }
        };
    }
}
