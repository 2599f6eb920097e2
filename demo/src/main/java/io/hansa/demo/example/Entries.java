package io.hansa.demo.example;

import io.hansa.launcher.proxy.AdminEntry;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is entered into a proxy of the worked example, in the order in which it is entered. */
public final class Entries {

    private Entries() {}

    public static List<AdminEntry> of(ExampleProxy proxy) {
        List<ExampleServer> servers =
                Stream.of(ExampleServer.values()).filter(s -> s.proxy() == proxy).toList();
        List<AdminEntry> entries = new ArrayList<>();
        servers.stream()
                .map(ExampleServer::capability)
                .distinct()
                .map(Capabilities::entry)
                .forEach(entries::add);
        servers.stream()
                .map(server -> AdminEntry.put("/servers/" + server.id(), server.document()))
                .forEach(entries::add);
        entries.add(Accounts.shop());
        entries.addAll(permissions(proxy));
        entries.addAll(peers(proxy));
        return entries;
    }

    private static List<AdminEntry> permissions(ExampleProxy proxy) {
        return switch (proxy) {
            case SHOP_A ->
                    grants(
                            "account:shop",
                            "trade.settle",
                            "price.quote",
                            "stock.move",
                            "ticket.issue");
            case SHOP_B ->
                    Stream.concat(
                                    grants("account:shop", "price.quote", "stock.move").stream(),
                                    grants("peer:shop-a", "price.quote", "stock.move").stream())
                            .toList();
            case TICKETS -> grants("peer:shop-a", "ticket.issue");
        };
    }

    private static List<AdminEntry> grants(String subject, String... capabilities) {
        return Stream.of(capabilities)
                .map(
                        capability ->
                                AdminEntry.post(
                                        "/permissions",
                                        Json.createObjectBuilder()
                                                .add("subject", subject)
                                                .add("capability", capability)
                                                .build()))
                .toList();
    }

    private static List<AdminEntry> peers(ExampleProxy proxy) {
        return switch (proxy) {
            case SHOP_A ->
                    List.of(
                            intranet(ExampleProxy.SHOP_B),
                            extranet(ExampleProxy.TICKETS, "ticket.*"));
            case SHOP_B -> List.of(intranet(ExampleProxy.SHOP_A));
            case TICKETS -> List.of(extranet(ExampleProxy.SHOP_A));
        };
    }

    private static AdminEntry intranet(ExampleProxy peer) {
        return AdminEntry.put(
                "/peers/" + peer.id(), entry(peer, peer.http().toString(), "INTRANET").build());
    }

    /**
     * @param capabilities what may be asked of it: of another organization nothing, unless it is
     *     entered
     */
    private static AdminEntry extranet(ExampleProxy peer, String... capabilities) {
        JsonObjectBuilder entry = entry(peer, peer.extranet().toString(), "EXTRANET");
        return AdminEntry.put(
                "/peers/" + peer.id(),
                entry.add("capabilities", Json.createArrayBuilder(List.of(capabilities))).build());
    }

    private static JsonObjectBuilder entry(ExampleProxy peer, String url, String link) {
        return Json.createObjectBuilder()
                .add("url", url)
                .add("link", link)
                .add("transport", "REST")
                .add("enabled", true)
                .add("organization", peer.organization());
    }
}
