package io.hansa.proxy.audit;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.ListRequest;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.listing.Position;
import io.hansa.proxy.listing.QueryText;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The records in pages, by time. */
@Dependent
public class AuditList {
    private static final String NEWEST_FIRST = "-when";
    private static final String OLDEST_FIRST = "when";

    private final EntityManager entityManager;
    private final AuditChain chain;

    @Inject
    AuditList(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.chain = new AuditChain(entityManager);
    }

    /**
     * @param parameters of the query; the names were checked before
     * @throws Failure REQUEST_INVALID
     */
    @Transactional(TxType.REQUIRED)
    public Page<ChainedRecord> page(Map<String, String> parameters) {
        ListRequest request = ListRequest.parse(parameters, List.of(NEWEST_FIRST, OLDEST_FIRST));
        AuditFilter filter = AuditFilter.of(request.text(), request.filters());
        List<Long> found = sequences(request, filter);
        boolean more = found.size() > request.limit();
        List<ChainedRecord> page = records(more ? found.subList(0, request.limit()) : found);
        String next = more && !page.isEmpty() ? next(page, request.sort()) : null;
        return new Page<>(page, total(filter), next);
    }

    /** In the order of the list. An index has all that this needs. */
    private List<Long> sequences(ListRequest request, AuditFilter filter) {
        boolean ascending = OLDEST_FIRST.equals(request.sort());
        Position after = request.after();
        String jpql =
                "select r.sequence from AuditRecord r where r.sequence is not null"
                        + filter.conditions()
                        + (after == null ? "" : behind(ascending ? ">" : "<"))
                        + filter.order(ascending ? "asc" : "desc");
        TypedQuery<Long> query = filter.set(entityManager.createQuery(jpql, Long.class));
        if (after != null) {
            query.setParameter("when", QueryText.time("after", after.value()))
                    .setParameter("sequence", sequence(after.key()));
        }
        return query.setMaxResults(request.limit() + 1).getResultList();
    }

    /** Those that retention has not removed meanwhile. */
    private List<ChainedRecord> records(List<Long> sequences) {
        if (sequences.isEmpty()) {
            return List.of();
        }
        Map<Long, ChainedRecord> records = new HashMap<>();
        entityManager
                .createQuery(
                        "select r from AuditRecord r where r.sequence in :sequences",
                        AuditRow.class)
                .setParameter("sequences", sequences)
                .getResultStream()
                .map(AuditRow::chained)
                .forEach(record -> records.put(record.sequence(), record));
        return sequences.stream().map(records::get).filter(Objects::nonNull).toList();
    }

    /** The first of the conditions is one that an index can be searched by. */
    private static String behind(String than) {
        return (" and r.recordedAt %1$s= :when"
                        + " and (r.recordedAt %1$s :when or r.sequence %1$s :sequence)")
                .formatted(than);
    }

    private long total(AuditFilter filter) {
        if (filter.isEmpty()) {
            ChainEnds ends = chain.ends();
            return ends.last().sequence() - ends.anchor().sequence();
        }
        return filter.set(
                        entityManager.createQuery(
                                "select count(r.sequence) from AuditRecord r where 1 = 1"
                                        + filter.conditions(),
                                Long.class))
                .getSingleResult();
    }

    private static String next(List<ChainedRecord> page, String sort) {
        ChainedRecord last = page.get(page.size() - 1);
        return new Position(sort, last.when(), String.valueOf(last.sequence())).text();
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "after is not a position in this list; give the member next of the page before.");
        }
    }
}
