package io.hansa.it.console;

import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A proxy with an account for each role, and a browser. */
final class ConsoleSite implements AutoCloseable {
    /** Somebody who signs in. */
    enum Role {
        ADMIN("admin", "of this test only"),
        OPERATOR("olga", "olga of this test"),
        AUDITOR("aldo", "aldo of this test"),
        CALLER("carl", "carl of this test");

        private final String account;
        private final String password;

        Role(String account, String password) {
            this.account = account;
            this.password = password;
        }

        String account() {
            return account;
        }

        String password() {
            return password;
        }
    }

    private final RunningServer server;
    private final Chromium browser;
    private final ConsoleCalls calls;

    private ConsoleSite(RunningServer server, Chromium browser) throws IOException {
        this.server = server;
        this.browser = browser;
        this.calls = ConsoleCalls.described(server.proxy());
    }

    static ConsoleSite start(Path program) throws IOException {
        RunningServer server =
                RunningServer.start(
                        System.getProperty("hansa.it.server", "micro"), "console", Map.of());
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                server.proxy()
                        .administration()
                        .put(
                                "/accounts/" + role.account(),
                                Json.createObjectBuilder()
                                        .add("password", role.password())
                                        .add("roles", Json.createArrayBuilder().add(role.name()))
                                        .build())
                        .status(201);
            }
        }
        return new ConsoleSite(server, Chromium.start(program));
    }

    ProxySystem proxy() {
        return server.proxy();
    }

    /** A tab in which nobody is signed in. */
    Person anybody() throws IOException {
        return new Person(new Tab(browser.newTab(), proxy().base()), calls);
    }

    /** The same at another proxy of the same build. */
    Person anybodyAt(ProxySystem other) throws IOException {
        return new Person(new Tab(browser.newTab(), other.base()), calls);
    }

    /** A tab in which somebody has signed in, in English and with the light theme. */
    Person signedIn(Role role) throws IOException {
        return signedIn(role, "en", "light");
    }

    Person signedIn(Role role, String language, String theme) throws IOException {
        Person person = anybody();
        person.prefers(language, theme);
        person.signIn(role.account(), role.password());
        return person;
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
