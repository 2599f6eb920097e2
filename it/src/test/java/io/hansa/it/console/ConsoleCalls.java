package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.ProxySystem;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the proxy's OpenAPI document lets a program call, against what the console called. */
final class ConsoleCalls {
    private record Described(String method, Pattern path, Set<String> parameters) {
        boolean is(Watch.Call call) {
            return method.equals(call.method()) && path.matcher(call.path()).matches();
        }
    }

    private final List<Described> described = new ArrayList<>();

    private ConsoleCalls() {}

    static ConsoleCalls described(ProxySystem proxy) throws IOException {
        ConsoleCalls calls = new ConsoleCalls();
        JsonObject document = proxy.get("/openapi.json").ok().json();
        document.getJsonObject("paths")
                .forEach((path, item) -> calls.add(document, path, item.asJsonObject()));
        return calls;
    }

    private void add(JsonObject document, String path, JsonObject item) {
        Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+"));
        item.forEach(
                (verb, operation) -> {
                    if (!verb.equals("parameters")) {
                        described.add(
                                new Described(
                                        verb.toUpperCase(Locale.ROOT),
                                        pattern,
                                        parameters(document, operation.asJsonObject())));
                    }
                });
    }

    private static Set<String> parameters(JsonObject document, JsonObject operation) {
        Set<String> names = new HashSet<>();
        if (operation.containsKey("parameters")) {
            for (JsonValue one : operation.getJsonArray("parameters")) {
                JsonObject parameter = one.asJsonObject();
                String reference = parameter.getString("$ref", null);
                names.add(
                        (reference == null
                                        ? parameter
                                        : document.getValue(reference.substring(1)).asJsonObject())
                                .getString("name"));
            }
        }
        return names;
    }

    /** Each call is of a described operation, with described parameters. */
    void check(List<Watch.Call> calls) {
        assertThat(calls).as("calls of the console").isNotEmpty();
        for (Watch.Call call : calls) {
            List<Described> operations = described.stream().filter(one -> one.is(call)).toList();
            assertThat(operations).as("OpenAPI has %s", call).isNotEmpty();
            // Of /permissions/expiring and /permissions/{id}, which both fit, one must do.
            assertThat(operations)
                    .as("OpenAPI has the parameters of %s", call)
                    .anyMatch(one -> one.parameters().containsAll(call.parameters()));
        }
    }
}
