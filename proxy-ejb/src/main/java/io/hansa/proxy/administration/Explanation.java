package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.pipeline.RoutePreview;
import io.hansa.proxy.pipeline.RoutePreview.Candidate;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * A decision, and what would become of the request, as JSON of the administration API.
 *
 * @param caller null: the question is not about an account, or it would not be authenticated
 */
record Explanation(Caller caller, Instant at, Decision decision, RoutePreview.Outcome outcome) {
    /**
     * {@code {"allowed":…,"reason":"…","grants":[…],"quotas":[…],"refusal":…,"at":"…"}}: refusal is
     * what a caller would be told now, also for another reason than a permission.
     */
    JsonObjectBuilder json(GrantsJson grants) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("allowed", decision.allowed())
                        .add("reason", decision.reason())
                        .add("grants", grants.decisive(decision))
                        .add("quotas", grants.quotas(decision, at))
                        .add("refusal", refusal())
                        .add("at", at.toString());
        if (caller != null) {
            json.add("caller", caller.shown());
        }
        return json;
    }

    JsonArrayBuilder candidates() {
        JsonArrayBuilder candidates = JSON.createArrayBuilder();
        outcome.candidates().forEach(candidate -> candidates.add(json(candidate)));
        return candidates;
    }

    private JsonValue refusal() {
        Failure refusal = decision.allowed() ? outcome.refusal() : decision.failure(at);
        return refusal == null
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("code", refusal.code().code())
                        .add("status", refusal.code().status())
                        .add("detail", refusal.getMessage())
                        .build();
    }

    private static JsonObjectBuilder json(Candidate candidate) {
        return JSON.createObjectBuilder()
                .add("target", candidate.target())
                .add("proxy", candidate.proxy())
                .add("state", candidate.state())
                .add("load", number(candidate.condition().load()))
                .add("threshold", number(candidate.condition().threshold()))
                .add("taken", candidate.use().taken())
                .add("why", candidate.use().why());
    }

    private static JsonValue number(double value) {
        return Double.isNaN(value) ? JsonValue.NULL : JSON.createValue(value);
    }
}
