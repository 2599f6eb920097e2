package io.hansa.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Role;
import io.hansa.web.HansaApplication;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every operation of the resources with the roles that may use it. */
class RoleMatrixTest {
    private static final String MATRIX =
            """
            DELETE /admin/accounts/{key} ADMIN
            DELETE /admin/capabilities/{key} ADMIN
            DELETE /admin/groups/{key} ADMIN
            DELETE /admin/nodes/{node}/override ADMIN OPERATOR
            DELETE /admin/peers/{key} ADMIN
            DELETE /admin/permissions/{key} ADMIN
            DELETE /admin/servers/{key} ADMIN
            DELETE /admin/servers/{server}/connections/quarantine ADMIN OPERATOR
            DELETE /admin/servers/{server}/connections/{connection}/quarantine ADMIN OPERATOR
            DELETE /admin/servers/{server}/override ADMIN OPERATOR
            GET /admin/accounts ADMIN OPERATOR AUDITOR
            GET /admin/accounts/{key} ADMIN OPERATOR AUDITOR
            GET /admin/audit ADMIN OPERATOR AUDITOR
            GET /admin/audit/export ADMIN AUDITOR
            GET /admin/audit/verify ADMIN OPERATOR AUDITOR
            GET /admin/breakers ADMIN OPERATOR AUDITOR
            GET /admin/breakers/{target} ADMIN OPERATOR AUDITOR
            GET /admin/capabilities ADMIN OPERATOR AUDITOR
            GET /admin/capabilities/{key} ADMIN OPERATOR AUDITOR
            GET /admin/explain/route ADMIN OPERATOR AUDITOR
            GET /admin/export ADMIN OPERATOR AUDITOR
            GET /admin/groups ADMIN OPERATOR AUDITOR
            GET /admin/groups/{key} ADMIN OPERATOR AUDITOR
            GET /admin/keys ADMIN OPERATOR AUDITOR
            GET /admin/me accounts
            GET /admin/nodes ADMIN OPERATOR AUDITOR
            GET /admin/overrides ADMIN OPERATOR AUDITOR
            GET /admin/overview ADMIN OPERATOR AUDITOR
            GET /admin/peers ADMIN OPERATOR AUDITOR
            GET /admin/peers/{key} ADMIN OPERATOR AUDITOR
            GET /admin/peers/{key}/announced ADMIN OPERATOR AUDITOR
            GET /admin/permissions ADMIN OPERATOR AUDITOR
            GET /admin/permissions/dangling ADMIN OPERATOR AUDITOR
            GET /admin/permissions/expiring ADMIN OPERATOR AUDITOR
            GET /admin/permissions/explain ADMIN OPERATOR AUDITOR
            GET /admin/permissions/unused ADMIN OPERATOR AUDITOR
            GET /admin/permissions/{key} ADMIN OPERATOR AUDITOR
            GET /admin/registry/held ADMIN OPERATOR AUDITOR
            GET /admin/series ADMIN OPERATOR AUDITOR
            GET /admin/servers ADMIN OPERATOR AUDITOR
            GET /admin/servers/{key} ADMIN OPERATOR AUDITOR
            GET /admin/servers/{server}/connections ADMIN OPERATOR AUDITOR
            GET /admin/servers/{server}/health ADMIN OPERATOR AUDITOR
            GET /admin/traces ADMIN OPERATOR AUDITOR
            GET /admin/traces/{traceId} ADMIN OPERATOR AUDITOR
            GET /capabilities all
            PATCH /admin/accounts/{key} ADMIN
            PATCH /admin/capabilities/{key} ADMIN
            PATCH /admin/groups/{key} ADMIN
            PATCH /admin/peers/{key} ADMIN
            PATCH /admin/permissions/{key} ADMIN
            PATCH /admin/servers/{key} ADMIN
            POST /admin/accounts/{name}/revoke-tokens ADMIN
            POST /admin/apply ADMIN
            POST /admin/assist/try ADMIN OPERATOR
            POST /admin/framing/decode ADMIN OPERATOR
            POST /admin/keys/rotate ADMIN
            POST /admin/permissions ADMIN
            POST /admin/registry/held/accept ADMIN
            POST /admin/registry/held/reject ADMIN
            POST /admin/servers/{server}/probe ADMIN OPERATOR
            POST /admin/servers/{server}/try ADMIN OPERATOR
            POST /token all
            PUT /account/password accounts
            PUT /admin/accounts/{key} ADMIN
            PUT /admin/breakers/{target} ADMIN OPERATOR
            PUT /admin/capabilities/{key} ADMIN
            PUT /admin/groups/{key} ADMIN
            PUT /admin/nodes/{node}/override ADMIN OPERATOR
            PUT /admin/peers/{key} ADMIN
            PUT /admin/permissions/{key} ADMIN
            PUT /admin/servers/{key} ADMIN
            PUT /admin/servers/{server}/connections/quarantine ADMIN OPERATOR
            PUT /admin/servers/{server}/connections/{connection}/quarantine ADMIN OPERATOR
            PUT /admin/servers/{server}/override ADMIN OPERATOR
            """;

    @Test
    void everyOperationHasARowWithItsRoles() {
        Map<String, String> expected = new TreeMap<>();
        MATRIX.lines()
                .map(line -> line.split(" ", 3))
                .forEach(row -> expected.put(row[0] + " " + row[1], row[2]));
        assertThat(operations()).containsExactlyEntriesOf(expected);
    }

    private static Map<String, String> operations() {
        Map<String, String> operations = new TreeMap<>();
        for (Class<?> resource : new HansaApplication().getClasses()) {
            Path root = resource.getAnnotation(Path.class);
            if (root == null) {
                continue;
            }
            for (Method method : resource.getMethods()) {
                String verb = verb(method);
                if (verb != null) {
                    Path below = method.getAnnotation(Path.class);
                    operations.put(
                            verb + " " + root.value() + (below == null ? "" : below.value()),
                            roles(resource, verb));
                }
            }
        }
        return operations;
    }

    private static String roles(Class<?> resource, String verb) {
        if (resource.isAnnotationPresent(OpenToAll.class)) {
            return "all";
        }
        if (resource.isAnnotationPresent(OpenToAccounts.class)) {
            return "accounts";
        }
        Set<Role> roles = EnumSet.copyOf(AdministrationGate.allowed(resource, verb));
        return roles.stream().map(Role::name).collect(Collectors.joining(" "));
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }
}
