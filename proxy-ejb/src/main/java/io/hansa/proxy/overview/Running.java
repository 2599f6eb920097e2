package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.audit.AuditList;
import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.registry.RegistryCondition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is cut off now, and what was changed last. */
@Dependent
class Running {
    private static final Logger LOG = System.getLogger(Running.class.getName());
    private static final int CHANGES = 10;

    /** Between refused calls and calls of services, changes further back are not looked for. */
    private static final String RECORDS = "200";

    private static final Set<String> OF_CHANGES = Set.of("CREATED", "REPLACED", "REMOVED");
    private static final List<String> MEMBERS = List.of("when", "who", "action", "kind", "key");

    private final Breakers breakers;
    private final AuditList audit;
    private final RegistryCondition condition;

    @Inject
    Running(Breakers breakers, AuditList audit, RegistryCondition condition) {
        this.breakers = breakers;
        this.audit = audit;
        this.condition = condition;
    }

    /** Of this node. */
    List<String> openBreakers() {
        return breakers.all().stream()
                .filter(breaker -> !breaker.allows())
                .map(Breaker::target)
                .toList();
    }

    /** Null where the database does not answer: the rest of the overview is from memory. */
    JsonValue changes() {
        if (condition.away()) {
            return JsonValue.NULL;
        }
        try {
            JsonArrayBuilder changes = JSON.createArrayBuilder();
            audit.page(Map.of("limit", RECORDS)).items().stream()
                    .map(record -> record.json())
                    .filter(Running::isChange)
                    .limit(CHANGES)
                    .forEach(change -> changes.add(shortened(change)));
            return changes.build();
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "The latest changes cannot be read.", away);
            return JsonValue.NULL;
        }
    }

    /** Trials of servers change nothing. */
    private static boolean isChange(JsonObject record) {
        return OF_CHANGES.contains(record.getString("action"))
                && !record.getString("kind").equals("trial");
    }

    private static JsonObjectBuilder shortened(JsonObject change) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        MEMBERS.forEach(member -> json.add(member, change.get(member)));
        return json;
    }
}
