package io.hansa.proxy.registry;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Group;
import io.hansa.proxy.breaker.BreakerJson;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.capability.CapabilityJson;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.PeerJson;
import io.hansa.proxy.override.OverrideJson;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.registration.ServerJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A registry as JSON for this node's own next start, and back: the items as the administration API
 * prints them, and accounts with the hashes of their passwords.
 */
final class RegistryText {
    private static final JsonBounds BOUNDS =
            new JsonBounds(JsonBounds.MAX_DEPTH + 2, Integer.MAX_VALUE);

    private RegistryText() {}

    static void write(Registry registry, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject().write("revision", registry.revision());
            array(json, "accounts", registry.accounts().values(), AccountText::print);
            array(json, "groups", registry.groups().values(), RegistryText::print);
            array(json, "capabilities", registry.capabilities().values(), CapabilityJson::print);
            array(json, "servers", registry.servers().values(), ServerJson::print);
            array(
                    json,
                    "permissions",
                    registry.permissions().byId().values(),
                    one -> keyed(one.id(), PermissionJson.print(one)));
            array(json, "peers", registry.peers().values(), PeerJson::print);
            array(
                    json,
                    "breakers",
                    registry.breakers().values(),
                    one -> keyed(one.target(), BreakerJson.print(one)));
            array(
                    json,
                    "overrides",
                    registry.overrides().values(),
                    one -> keyed(one.target(), OverrideJson.print(one)));
            json.writeEnd();
        }
    }

    private static <V> void array(
            JsonGenerator json, String name, Collection<V> values, Function<V, JsonObject> print) {
        json.writeStartArray(name);
        values.forEach(value -> json.write(print.apply(value)));
        json.writeEnd();
    }

    /** With the key beside the members, among which it may be, too. */
    private static JsonObject keyed(String key, JsonObject item) {
        return JSON.createObjectBuilder().add("key", key).add("item", item).build();
    }

    private static JsonObject print(Group group) {
        return JSON.createObjectBuilder()
                .add("name", group.name())
                .add("description", group.description())
                .add("version", group.version())
                .build();
    }

    /**
     * @throws RuntimeException where the text is not one that {@link #write} makes
     */
    static Registry read(byte[] text) {
        JsonObject json = JsonText.object(text, BOUNDS);
        Instant now = DatabaseClock.now();
        return Registry.of(
                        json.getJsonNumber("revision").longValueExact(),
                        all(json, "accounts", AccountText::read),
                        all(json, "capabilities", one -> CapabilityJson.parse(name(one), one)),
                        all(json, "servers", one -> ServerJson.parse(one.getString("id"), one)),
                        all(
                                json,
                                "permissions",
                                one -> PermissionJson.parse(key(one), one.getJsonObject("item"))),
                        all(json, "peers", one -> PeerJson.parse(one.getString("id"), one)),
                        all(json, "breakers", one -> breaker(one, now)))
                .withGroups(
                        Registry.byKey(
                                all(
                                        json,
                                        "groups",
                                        one ->
                                                new Group(
                                                        name(one),
                                                        one.getString("description"),
                                                        one.getInt("version"))),
                                Group::name))
                .withOverrides(
                        all(
                                json,
                                "overrides",
                                one ->
                                        OverrideJson.parse(
                                                key(one), one.getJsonObject("item"), now)));
    }

    /** Without what ended meanwhile, or what this version refuses. */
    private static <V> List<V> all(JsonObject json, String name, Function<JsonObject, V> parse) {
        List<V> values = new ArrayList<>();
        for (JsonValue one : json.getJsonArray(name)) {
            try {
                values.add(parse.apply(one.asJsonObject()));
            } catch (Failure refused) {
                continue;
            }
        }
        return values;
    }

    private static BreakerSetting breaker(JsonObject one, Instant now) {
        return BreakerJson.parse(key(one), one.getJsonObject("item"), now);
    }

    private static String name(JsonObject json) {
        return json.getString("name");
    }

    private static String key(JsonObject json) {
        return json.getString("key");
    }
}
