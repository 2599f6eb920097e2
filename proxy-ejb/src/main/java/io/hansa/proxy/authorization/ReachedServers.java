package io.hansa.proxy.authorization;

import static java.util.stream.Collectors.joining;

import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registry.Registry;
import java.util.List;

/** Refuses what is allowed only at business servers that are not there. */
final class ReachedServers {
    /** So many permissions are named in a refusal. */
    private static final int MAX_NAMED = 3;

    private ReachedServers() {}

    static Decision of(Registry registry, String capability, Decision decision) {
        if (!decision.allowed() || !decision.narrowed()) {
            return decision;
        }
        List<BusinessServer> servers = registry.serversFor(capability);
        for (int i = 0; i < servers.size(); i++) {
            if (decision.reaches(servers.get(i).id())) {
                return decision;
            }
        }
        String reasons =
                decision.grants().stream()
                        .limit(MAX_NAMED)
                        .map(grant -> reason(registry, capability, grant))
                        .collect(joining(" "));
        return Decision.refused(reasons, decision.decisive());
    }

    static Decision at(String server, Registry registry, String capability, Decision decision) {
        if (!decision.allowed()) {
            return decision;
        }
        for (Permission denial : decision.exclusions()) {
            if (denial.server().equals(server)) {
                return Decision.refused(
                        "The permission %s denies %s to %s at the server %s."
                                .formatted(denial.id(), capability, denial.subject(), server),
                        List.of(denial));
            }
        }
        if (!decision.reaches(server)) {
            return Decision.refused(
                    "Every valid permission for %s is narrowed to another server than %s."
                            .formatted(capability, server),
                    decision.grants());
        }
        BusinessServer entered = registry.servers().get(server);
        return registry.serversFor(capability).contains(entered)
                ? decision
                : Decision.refused(
                        "The server %s %s.".formatted(server, trouble(entered, capability)),
                        decision.grants());
    }

    private static String reason(Registry registry, String capability, Permission grant) {
        return "The permission %s of %s for %s is narrowed to the server %s, which %s."
                .formatted(
                        grant.id(),
                        grant.subject(),
                        capability,
                        grant.server(),
                        trouble(registry.servers().get(grant.server()), capability));
    }

    private static String trouble(BusinessServer server, String capability) {
        if (server == null) {
            return "is not entered here";
        }
        if (!server.capabilities().contains(capability)) {
            return "does not have " + capability;
        }
        if (!server.enabled()) {
            return "is disabled";
        }
        return server.usable() ? "is denied" : "has assist rules that this version cannot use";
    }
}
