package io.hansa.proxy.audit;

import io.hansa.proxy.listing.QueryText;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** Which records are meant, as conditions of a query for {@code r}. Immutable. */
final class AuditFilter {
    private final Map<String, Object> values = new HashMap<>();
    private final StringBuilder conditions = new StringBuilder();

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

    <T> TypedQuery<T> set(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    private void add(String name, String value) {
        switch (name) {
            case "account" -> and("r.account = :account", name, value);
            case "kind" -> and("r.kind = :kind", name, value);
            case "key" -> and("r.item = :key", name, value);
            case "action" ->
                    and(
                            "r.action = :action",
                            name,
                            QueryText.constant(name, value, AuditRecord.Action.class));
            case "since" -> and("r.recordedAt >= :since", name, QueryText.time(name, value));
            case "until" -> and("r.recordedAt < :until", name, QueryText.time(name, value));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void and(String condition, String parameter, Object value) {
        conditions.append(" and ").append(condition);
        values.put(parameter, value);
    }
}
