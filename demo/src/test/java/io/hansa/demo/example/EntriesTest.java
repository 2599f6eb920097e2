package io.hansa.demo.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.proxy.AdminEntry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntriesTest {

    @Test
    void letThePeerUseOnlyItsCapabilities() {
        assertThat(grants(ExampleProxy.SHOP_A))
                .containsExactly(
                        "account:shop trade.settle",
                        "account:shop price.quote",
                        "account:shop stock.move",
                        "account:shop ticket.issue");
        assertThat(grants(ExampleProxy.SHOP_B))
                .containsExactly(
                        "account:shop price.quote",
                        "account:shop stock.move",
                        "peer:shop-a price.quote",
                        "peer:shop-a stock.move");
        assertThat(grants(ExampleProxy.TICKETS)).containsExactly("peer:shop-a ticket.issue");
    }

    @Test
    void linkTheLeague() {
        assertThat(peers(ExampleProxy.SHOP_A))
                .containsExactly(
                        "/peers/shop-b INTRANET http://127.0.0.1:8182",
                        "/peers/tickets EXTRANET https://127.0.0.1:8283");
        assertThat(peers(ExampleProxy.SHOP_B))
                .containsExactly("/peers/shop-a INTRANET http://127.0.0.1:8181");
        assertThat(peers(ExampleProxy.TICKETS))
                .containsExactly("/peers/shop-a EXTRANET https://127.0.0.1:8281");
    }

    @Test
    void describeEachServerAsItSpeaks() {
        assertThat(server(ExampleProxy.SHOP_A, "trade-2").toString())
                .contains("tcp://127.0.0.1:8192", "length-prefix", "BINARY", "windows-1252");
        assertThat(server(ExampleProxy.SHOP_B, "stock-1").toString())
                .contains("\"delimiter\"", "\"0A\"", "GB18030", "stock.move");
        assertThat(server(ExampleProxy.SHOP_B, "pricing-1"))
                .doesNotContainKeys("framing", "charset");
        assertThat(server(ExampleProxy.TICKETS, "ticket-1").toString())
                .contains("\"fixed\"", "120", "\"40\"", "IBM1047");
    }

    @ParameterizedTest
    @EnumSource
    void describeCapabilitiesBeforeTheServersThatHaveThem(ExampleProxy proxy) {
        assertThat(Entries.of(proxy).stream().map(AdminEntry::path).toList())
                .containsSubsequence(
                        Stream.of(ExampleServer.values())
                                .filter(server -> server.proxy() == proxy)
                                .limit(1)
                                .flatMap(
                                        s ->
                                                Stream.of(
                                                        "/capabilities/" + s.capability(),
                                                        "/servers/" + s.id(),
                                                        "/accounts/shop"))
                                .toList());
    }

    @Test
    void letForeignPeersOfferNamedCapabilitiesOnly() {
        assertThat(entries(ExampleProxy.SHOP_A, "/peers/tickets").get(0).body().toString())
                .contains("\"organization\":\"tickets\"", "\"capabilities\":[\"ticket.*\"]");
        assertThat(entries(ExampleProxy.TICKETS, "/peers/shop-a").get(0).body().toString())
                .contains("\"organization\":\"shop\"", "\"capabilities\":[]");
        assertThat(entries(ExampleProxy.SHOP_A, "/peers/shop-b").get(0).body())
                .doesNotContainKey("capabilities");
    }

    private static JsonObject server(ExampleProxy proxy, String id) {
        return entries(proxy, "/servers/" + id).get(0).body();
    }

    private static List<String> grants(ExampleProxy proxy) {
        return entries(proxy, "/permissions").stream()
                .map(AdminEntry::body)
                .map(grant -> grant.getString("subject") + " " + grant.getString("capability"))
                .toList();
    }

    private static List<String> peers(ExampleProxy proxy) {
        return entries(proxy, "/peers/").stream()
                .map(
                        e ->
                                String.join(
                                        " ",
                                        e.path(),
                                        e.body().getString("link"),
                                        e.body().getString("url")))
                .toList();
    }

    private static List<AdminEntry> entries(ExampleProxy proxy, String path) {
        return Entries.of(proxy).stream().filter(e -> e.path().startsWith(path)).toList();
    }
}
