package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.Decisions;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says by the registry in force what a request of a subject would be told, and why. (R16) */
@Dependent
public class ExplainPermission {
    private final Registries registries;
    private final Clock clock;

    @Inject
    ExplainPermission(Registries registries, Clock clock) {
        this.registries = registries;
        this.clock = clock;
    }

    /** @param server null: any that has the capability */
    public JsonObject explain(String subject, String capability, String server) {
        Registry registry = registries.current();
        Subject asked = subject(subject);
        String obstacle = obstacle(registry, asked);
        if (obstacle != null) {
            return json(false, obstacle, List.of());
        }
        Decision decision =
                Decisions.decide(
                        registry.permissions(),
                        subjects(registry, asked),
                        capability,
                        clock.instant());
        if (decision.allowed() && server != null && !decision.reaches(server)) {
            return json(
                    false,
                    "Every valid permission of %s for %s is narrowed to another server than %s."
                            .formatted(asked, capability, server),
                    List.of());
        }
        return json(decision.allowed(), decision.reason(), decision.grants());
    }

    private static Subject subject(String text) {
        try {
            return Subject.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.of(ErrorCode.REQUEST_INVALID, malformed.getMessage());
        }
    }

    /** What keeps the subject out before its permissions are looked at; null where nothing does. */
    private static String obstacle(Registry registry, Subject subject) {
        Optional<Boolean> enabled =
                switch (subject.kind()) {
                    case ACCOUNT ->
                            Optional.ofNullable(registry.accounts().get(subject.name()))
                                    .map(Account::enabled);
                    case PEER ->
                            Optional.ofNullable(registry.peers().get(subject.name()))
                                    .map(Peer::enabled);
                    case GROUP -> Optional.of(true);
                };
        if (enabled.isEmpty()) {
            return "%s is not known here; create it first.".formatted(subject);
        }
        return enabled.get() ? null : "%s is disabled; enable it first.".formatted(subject);
    }

    private static List<Subject> subjects(Registry registry, Subject subject) {
        List<Subject> subjects = new ArrayList<>(List.of(subject));
        if (subject.kind() == Subject.Kind.ACCOUNT) {
            Account account = registry.accounts().get(subject.name());
            account.groups().stream().sorted().map(Subject::group).forEach(subjects::add);
        }
        return subjects;
    }

    private static JsonObject json(boolean allowed, String reason, List<Permission> grants) {
        var array = Json.createArrayBuilder();
        grants.stream().map(PermissionJson::print).forEach(array::add);
        return Json.createObjectBuilder()
                .add("allowed", allowed)
                .add("reason", reason)
                .add("grants", array)
                .build();
    }
}
