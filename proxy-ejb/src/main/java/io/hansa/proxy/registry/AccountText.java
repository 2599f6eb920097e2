package io.hansa.proxy.registry;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Credentials;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.capability.Capability.RateLimit;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account as JSON of {@link RegistryText}, with what its sign-in needs. */
final class AccountText {
    private AccountText() {}

    static JsonObject print(Account account) {
        Credentials credentials = account.credentials();
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("name", account.name())
                        .add("groups", texts(account.groups().stream()))
                        .add("roles", texts(account.roles().stream().map(Role::name)))
                        .add("enabled", account.enabled())
                        .add("temporary", credentials.temporary())
                        .add("generation", credentials.generation())
                        .add("version", account.version());
        if (credentials.passwordHash() != null) {
            json.add("hash", credentials.passwordHash());
        }
        if (credentials.tokensFrom() != null) {
            json.add("tokensFrom", credentials.tokensFrom().toString());
        }
        RateLimit limit = account.rateLimit();
        if (limit != null) {
            json.add("permits", limit.permits()).add("perMillis", limit.perMillis());
        }
        return json.build();
    }

    private static JsonArrayBuilder texts(Stream<String> texts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        texts.sorted().forEach(array::add);
        return array;
    }

    static Account read(JsonObject json) {
        return new Account(
                json.getString("name"),
                strings(json, "groups"),
                strings(json, "roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
                json.getBoolean("enabled"),
                json.containsKey("permits")
                        ? new RateLimit(number(json, "permits"), number(json, "perMillis"))
                        : null,
                number(json, "version"),
                new Credentials(
                        json.getString("hash", null),
                        json.getBoolean("temporary"),
                        number(json, "generation"),
                        Optional.ofNullable(json.getString("tokensFrom", null))
                                .map(Instant::parse)
                                .orElse(null)));
    }

    private static Set<String> strings(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString).stream()
                .collect(Collectors.toSet());
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }
}
