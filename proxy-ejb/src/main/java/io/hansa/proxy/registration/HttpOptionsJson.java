package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.Document;
import io.hansa.proxy.message.HeaderRules;
import io.hansa.proxy.message.HttpOptions;
import io.hansa.proxy.message.Identify;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * The members {@code headers}, {@code forwardPath} and {@code identify} of an HTTP server, between
 * JSON and value.
 */
final class HttpOptionsJson {
    private static final String HEADERS = "headers";
    private static final String FORWARD_PATH = "forwardPath";
    private static final String IDENTIFY = "identify";

    private HttpOptionsJson() {}

    /**
     * @param http whether the server is one; another has no such members
     */
    static HttpOptions parse(Document server, boolean http) {
        JsonObject headers = server.object(HEADERS).orElse(null);
        boolean forwardPath = server.flag(FORWARD_PATH, false);
        JsonObject identify = server.object(IDENTIFY).orElse(null);
        if (!http) {
            refuse(server, HEADERS, headers);
            refuse(server, FORWARD_PATH, forwardPath ? JsonValue.TRUE : null);
            refuse(server, IDENTIFY, identify);
            return HttpOptions.STANDARD;
        }
        return new HttpOptions(
                headers == null
                        ? HeaderRules.STANDARD
                        : headers(server, new Document(HEADERS, "/headers", headers)),
                forwardPath,
                identify == null
                        ? Identify.ALL
                        : identify(new Document(IDENTIFY, "/identify", identify)));
    }

    /** Null for what every server has, so that an older version still reads the row. */
    static String stored(HttpOptions options) {
        return options.equals(HttpOptions.STANDARD)
                ? null
                : print(JSON.createObjectBuilder(), options).build().toString();
    }

    static HttpOptions read(JsonObject stored) {
        return stored == null ? HttpOptions.STANDARD : parse(new Document("http", stored), true);
    }

    static JsonObjectBuilder print(JsonObjectBuilder server, HttpOptions options) {
        Identify identify = options.identify();
        return server.add(
                        HEADERS,
                        JSON.createObjectBuilder()
                                .add("request", array(options.headers().request()))
                                .add("reply", array(options.headers().reply())))
                .add(FORWARD_PATH, options.forwardPath())
                .add(
                        IDENTIFY,
                        JSON.createObjectBuilder()
                                .add("account", identify.account())
                                .add("timeout", identify.timeout())
                                .add("trace", identify.trace())
                                .add("idempotencyKey", identify.idempotencyKey()));
    }

    /** Of a server that has no such members. */
    static JsonObjectBuilder printNone(JsonObjectBuilder server) {
        return server.add(HEADERS, JsonValue.NULL)
                .add(FORWARD_PATH, false)
                .add(IDENTIFY, JsonValue.NULL);
    }

    private static HeaderRules headers(Document server, Document headers) {
        List<String> request = List.copyOf(headers.strings("request"));
        List<String> reply = List.copyOf(headers.strings("reply"));
        headers.end();
        try {
            return new HeaderRules(request, reply);
        } catch (IllegalArgumentException refused) {
            throw server.refused(refused.getMessage());
        }
    }

    private static Identify identify(Document document) {
        Identify identify =
                new Identify(
                        document.flag("account", true),
                        document.flag("timeout", true),
                        document.flag("trace", true),
                        document.flag("idempotencyKey", true));
        document.end();
        return identify;
    }

    private static void refuse(Document server, String member, JsonValue value) {
        if (value != null) {
            throw server.wrong(
                    member,
                    value,
                    "leave it out or give an http or https endpoint; framed servers have no headers and no path");
        }
    }

    private static JsonArrayBuilder array(List<String> names) {
        return JSON.createArrayBuilder(names);
    }
}
