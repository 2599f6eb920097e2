package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.permission.QuotaJson;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.LabelsJson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The permissions of a decision as JSON of the administration API, with their labels. */
@Dependent
class GrantsJson {
    private static final Logger LOG = System.getLogger(GrantsJson.class.getName());

    private final Quotas quotas;
    private final ReadItems read;

    @Inject
    GrantsJson(Quotas quotas, ReadItems read) {
        this.quotas = quotas;
        this.read = read;
    }

    /** Those that decided. Their labels are left out where the database does not answer. */
    JsonArray decisive(Decision decision) {
        List<Permission> grants = decision.decisive();
        Map<String, ItemFact> facts = facts(grants);
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (Permission grant : grants) {
            JsonObject json = PermissionJson.print(grant);
            all.add(facts == null ? json : labelled(json, facts.get(grant.id())));
        }
        return all.build();
    }

    JsonArray quotas(Decision decision, Instant at) {
        return QuotaJson.print(decision.grants(), quotas, at);
    }

    private Map<String, ItemFact> facts(List<Permission> grants) {
        try {
            return read.facts(Kind.PERMISSION, grants.stream().map(Permission::id).toList());
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "The labels of permissions cannot be read.", away);
            return null;
        }
    }

    private static JsonObject labelled(JsonObject json, ItemFact fact) {
        return JSON.createObjectBuilder(json)
                .add(ItemForm.LABELS, LabelsJson.print(fact == null ? Map.of() : fact.labels()))
                .build();
    }
}
