package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.OfferedCapability;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.listing.ListRequest;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.listing.Position;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.permission.PermissionReview;
import io.hansa.proxy.permission.UnusedPermission;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of permissions that an administrator should review. */
@Dependent
public class ReviewPermissions {
    /** Where no time is given. */
    private static final Duration USUAL = Duration.ofDays(30);

    private static final String BY_ID = "id";
    private static final String BY_END = "validUntil";
    private static final String BY_ITEM = "item";

    private final PermissionReview review;
    private final Registries registries;
    private final Peers peers;
    private final Clock clock;

    @Inject
    ReviewPermissions(PermissionReview review, Registries registries, Peers peers, Clock clock) {
        this.review = review;
        this.registries = registries;
        this.peers = peers;
        this.clock = clock;
    }

    /**
     * Permissions that decided about no request since a time: {@code since}, 30 days ago without.
     */
    @Transactional(TxType.REQUIRED)
    public JsonObject unused(String sinceText, String limit, String after) {
        Instant given = ExplainQuestion.time("since", sinceText);
        Instant since = given == null ? clock.instant().minus(USUAL) : given;
        ListRequest asked = asked(limit, after, BY_ID);
        List<UnusedPermission> found =
                review.unused(
                        since, asked.after() == null ? "" : asked.after().key(), asked.limit() + 1);
        return page(found, asked, review.countUnused(since), ReviewPermissions::position)
                .json("permissions", ReviewPermissions::json);
    }

    /** Permissions that end before a time: {@code before}, in 30 days without. */
    @Transactional(TxType.REQUIRED)
    public JsonObject expiring(String beforeText, String limit, String afterText) {
        Instant now = clock.instant();
        Instant given = ExplainQuestion.time("before", beforeText);
        Instant before = given == null ? now.plus(USUAL) : given;
        ListRequest asked = asked(limit, afterText, BY_END);
        Position after =
                asked.after() == null ? new Position(BY_END, now.toString(), "") : asked.after();
        List<Permission> found =
                review.expiring(
                        now, before, Instant.parse(after.value()), after.key(), asked.limit() + 1);
        return page(found, asked, review.countExpiring(now, before), ReviewPermissions::position)
                .json("permissions", PermissionJson::print);
    }

    /** Names in permissions, servers and breaker settings that belong to nothing. */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject dangling(String limit, String afterText) {
        ListRequest asked = asked(limit, afterText, BY_ITEM);
        String after = asked.after() == null ? "" : asked.after().key();
        FirstOf<DanglingName> first = new FirstOf<>(asked.limit() + 1, DanglingName::position);
        List<String> offered = peers.offered().stream().map(OfferedCapability::name).toList();
        new DanglingNames(registries.current(), offered)
                .all()
                .forEach(one -> first.add(one, after));
        return page(first.sorted(), asked, first.seen(), ReviewPermissions::position)
                .json("dangling", DanglingName::json);
    }

    private static ListRequest asked(String limit, String after, String sort) {
        Map<String, String> parameters = new HashMap<>();
        if (limit != null) {
            parameters.put(ListRequest.LIMIT, limit);
        }
        if (after != null) {
            parameters.put(ListRequest.AFTER, after);
        }
        return ListRequest.parse(parameters, List.of(sort));
    }

    private interface Place<T> {
        Position of(T item);
    }

    /**
     * @param found one more than the page holds where there is another page
     */
    private static <T> Page<T> page(List<T> found, ListRequest asked, long total, Place<T> place) {
        if (found.size() <= asked.limit()) {
            return new Page<>(found, total, null);
        }
        List<T> items = found.subList(0, asked.limit());
        return new Page<>(items, total, place.of(items.get(items.size() - 1)).text());
    }

    private static Position position(UnusedPermission unused) {
        return new Position(BY_ID, unused.permission().id(), unused.permission().id());
    }

    private static Position position(Permission permission) {
        return new Position(BY_END, permission.validity().until().toString(), permission.id());
    }

    private static Position position(DanglingName name) {
        return new Position(BY_ITEM, name.key(), name.position());
    }

    private static JsonObject json(UnusedPermission unused) {
        return JSON.createObjectBuilder(PermissionJson.print(unused.permission()))
                .add(
                        "lastUsed",
                        unused.lastUsed() == null
                                ? JsonValue.NULL
                                : JSON.createValue(unused.lastUsed().toString()))
                .add("usesSince", unused.usesSince().toString())
                .build();
    }
}
