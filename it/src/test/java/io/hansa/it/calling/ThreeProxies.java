package io.hansa.it.calling;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Three proxies on Payara Micro with one business server and the same capabilities. */
final class ThreeProxies implements AutoCloseable {
    static final int CAPACITY = 20;
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));

    private final List<Place> places = new ArrayList<>();

    /** One proxy, its data, and the process that serves it now. */
    private static final class Place {
        private final String id;
        private final Path directory;
        private volatile MicroSystem node;

        Place(String id) throws IOException {
            this.id = id;
            this.directory = MicroSystem.freshDirectory();
        }

        void start(int port) {
            MicroOrder order =
                    MicroOrder.proxy(
                            List.of(
                                    "-Dhansa.proxy.id=" + id,
                                    "-Dhansa.node.id=" + id,
                                    "-Dhansa.node.capacity=" + CAPACITY));
            try {
                node = MicroSystem.start(order, port, directory);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        ProxySystem proxy() {
            return new ProxySystem(id, node.base(), ADMIN);
        }
    }

    /** Returns when all offer the server's capabilities to the account {@code shop}. */
    static ThreeProxies start(CountingServer server) throws IOException {
        ThreeProxies proxies = new ThreeProxies();
        try {
            List<CompletableFuture<Void>> starts = new ArrayList<>();
            for (String id : List.of("a", "b", "c")) {
                Place place = new Place(id);
                int port = RunningServer.freePort();
                proxies.places.add(place);
                starts.add(CompletableFuture.runAsync(() -> place.start(port)));
            }
            starts.forEach(CompletableFuture::join);
            for (int proxy = 0; proxy < proxies.places.size(); proxy++) {
                enter(proxies.proxy(proxy), server);
            }
            return proxies;
        } catch (RuntimeException | IOException failed) {
            proxies.close();
            throw failed;
        }
    }

    /** Enters the server, its capabilities and the account {@code shop} that may call them. */
    static void enter(ProxySystem proxy, CountingServer server) throws IOException {
        put(
                proxy,
                "/accounts/shop",
                Json.createObjectBuilder()
                        .add("password", "shop-demo")
                        .add("roles", Json.createArrayBuilder().add("CALLER"))
                        .build());
        put(proxy, "/capabilities/" + Callers.ONCE, replay("ONCE"));
        put(proxy, "/capabilities/" + Callers.TWICE, replay("IDEMPOTENT"));
        put(proxy, "/servers/" + server.id(), server.entry(Callers.ONCE).build());
        JsonObject grant =
                Json.createObjectBuilder()
                        .add("subject", "account:shop")
                        .add("capability", "calling.*")
                        .build();
        proxy.administration().post("/permissions", grant).status(201);
    }

    private static JsonObject replay(String replay) {
        return Json.createObjectBuilder().add("replay", replay).build();
    }

    private static void put(ProxySystem proxy, String path, JsonObject item) throws IOException {
        proxy.administration().put(path, item).status(201);
    }

    ProxySystem proxy(int index) {
        return places.get(index).proxy();
    }

    MicroSystem node(int index) {
        return places.get(index).node;
    }

    /** Where they listen now. */
    List<URI> addresses() {
        return places.stream().map(place -> place.node.base()).toList();
    }

    /** Stops the node as an administrator does, and starts it again at the same address. */
    void restart(int index) {
        Place place = places.get(index);
        int port = place.node.base().getPort();
        place.node.close();
        place.start(port);
    }

    /** Starts a proxy, whose node has ended, with its data at another address. */
    void startElsewhere(int index) throws IOException {
        places.get(index).start(RunningServer.freePort());
    }

    @Override
    public void close() {
        for (Place place : places) {
            if (place.node != null) {
                place.node.close();
            }
        }
    }
}
