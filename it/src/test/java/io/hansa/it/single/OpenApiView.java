package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.ApiDescription;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.DescribedOperation;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a program finds that reads the description of the API and does what it says. */
interface OpenApiView extends SeenProxy {
    /** Creation before reading before removal. */
    List<String> ORDER = List.of("put", "patch", "post", "get", "delete");

    /** They change what other views of this proxy rely on, or need what is not there. */
    Set<String> NOT_CALLED =
            Set.of(
                    "post /api/v1/admin/keys/rotate",
                    "put /api/v1/admin/servers/{id}/connections/{connection}/quarantine",
                    "delete /api/v1/admin/servers/{id}/connections/{connection}/quarantine",
                    "get /api/v1/admin/peers/{id}/announced",
                    "put /api/v1/admin/nodes/{node}/override",
                    "delete /api/v1/admin/nodes/{node}/override",
                    "put /api/v1/account/password",
                    "post /api/v1/admin/registry/held/accept",
                    "post /api/v1/admin/registry/held/reject");

    @Test
    default void theDescriptionIsServedInBothForms() throws IOException {
        for (String form : new String[] {"yaml", "json"}) {
            Reply reply = proxy().get("/openapi." + form).ok();
            assertThat(reply.header("Content-Type")).startsWith("application/" + form);
            assertThat(reply.text()).contains("openapi", "/api/v1/services/{capability}");
            Reply again = proxy().getUnlessUnchanged("/openapi." + form, reply.header("ETag"));
            assertThat(again.status(304).bytes()).isEmpty();
        }
    }

    @Test
    default void everyDescribedOperationAnswersAsDescribed() throws Exception {
        ApiDescription description = new ApiDescription(proxy().get("/openapi.json").ok().json());
        List<DescribedOperation> operations = new ArrayList<>(description.operations());
        operations.removeIf(o -> NOT_CALLED.contains(o.name()));
        operations.sort(Comparator.comparingInt(OpenApiView::place));
        assertThat(operations).hasSizeGreaterThan(50);
        Map<String, String> known = new HashMap<>();
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("openapi.echo", server)) {
            offer.permit("account:admin");
            for (DescribedOperation operation : operations) {
                call(operation, known);
            }
        } finally {
            for (String left :
                    new String[] {
                        "/groups/openapi-applied",
                        "/groups/openapi-retail",
                        "/accounts/openapi-shop",
                        "/servers/openapi-server",
                        "/capabilities/openapi.settle",
                        "/peers/openapi-peer"
                    }) {
                proxy().administration().deleteAll(left);
            }
        }
    }

    private void call(DescribedOperation operation, Map<String, String> known) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (operation.path().contains("/permissions/{id}")) {
            values.put("id", known.get("permission"));
        } else if (operation.path().endsWith("{traceId}")) {
            values.put("traceId", known.get("trace"));
        }
        if (operation.verb().equals("delete")) {
            values.put("?cascade", "true");
        }
        boolean options = operation.verb().equals("get");
        for (boolean withOptions : options ? new boolean[] {false, true} : new boolean[] {false}) {
            for (Reply reply : operation.call(proxy(), admin(), values, withOptions)) {
                operation.check(reply);
                if (operation.name().equals("post /api/v1/admin/permissions")) {
                    known.put("permission", reply.json().getString("id"));
                } else if (operation.path().startsWith("/api/v1/services/")) {
                    known.put("trace", reply.header("Hansa-Trace-Id"));
                }
            }
        }
    }

    /** A permission is replaced when it was granted; what names another item is removed first. */
    private static int place(DescribedOperation operation) {
        if (operation.path().contains("/permissions/{id}") && !operation.verb().equals("delete")) {
            return ORDER.indexOf("post") * 10 + 5;
        }
        int place = ORDER.indexOf(operation.verb()) * 10;
        return operation.path().contains("quarantine") || operation.path().contains("override")
                ? place - (operation.verb().equals("delete") ? 2 : -5)
                : place + (operation.path().contains("permissions") ? 0 : 1);
    }
}
