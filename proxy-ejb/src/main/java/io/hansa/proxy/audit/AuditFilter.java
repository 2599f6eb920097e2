package io.hansa.proxy.audit;

import io.hansa.proxy.listing.QueryText;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** Which records are meant, as conditions of a query for {@code r}. Immutable. */
final class AuditFilter {
    private final Map<String, Object> values = new HashMap<>();
    private final StringBuilder conditions = new StringBuilder();

    /** A column that has one value in all records that are meant, with an index that begins so. */
    private String indexed;

    private AuditFilter() {}

    /**
     * @param text what account or key must contain, in lower case; null: anything
     * @param filters by the names account, kind, key, action, since and until
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID
     */
    static AuditFilter of(String text, Map<String, String> filters) {
        AuditFilter filter = new AuditFilter();
        if (text != null) {
            filter.and(
                    "(lower(r.account) like :text escape '!' or lower(r.item) like :text escape '!')",
                    "text",
                    '%' + text.replaceAll("[!%_]", "!$0") + '%');
        }
        filters.forEach(filter::add);
        return filter;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Begins with {@code and}, or is empty. */
    String conditions() {
        return conditions.toString();
    }

    /**
     * Sorts by the index of a condition: H2 does not use one that begins with another column.
     *
     * @param direction {@code asc} or {@code desc}
     */
    String order(String direction) {
        return " order by %s r.recordedAt %s, r.sequence %s"
                .formatted(indexed == null ? "" : indexed + ",", direction, direction);
    }

    <T> TypedQuery<T> set(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    private void add(String name, String value) {
        switch (name) {
            case "account" -> equal("r.account", name, value);
            case "kind" -> equal("r.kind", name, value);
            case "key" -> equal("r.item", name, value);
            case "action" ->
                    equal(
                            "r.action",
                            name,
                            QueryText.constant(name, value, AuditRecord.Action.class));
            case "since" -> and("r.recordedAt >= :since", name, QueryText.time(name, value));
            case "until" -> and("r.recordedAt < :until", name, QueryText.time(name, value));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void equal(String column, String parameter, Object value) {
        and(column + " = :" + parameter, parameter, value);
        indexed = column;
    }

    private void and(String condition, String parameter, Object value) {
        conditions.append(" and ").append(condition);
        values.put(parameter, value);
    }
}
