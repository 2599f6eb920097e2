package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTrustTest {
    private static final String OWN = "shop";
    private static final String INTRANET = "\"url\":\"http://a\",\"link\":\"INTRANET\"";
    private static final String EXTRANET = "\"url\":\"https://a\",\"link\":\"EXTRANET\"";
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void extranetPeerIsForeignInAnyOrganization() {
        assertThat(peer(EXTRANET + ",\"organization\":\"shop\"").foreign(OWN)).isTrue();
        assertThat(peer(EXTRANET).foreign(OWN)).isTrue();
    }

    @Test
    void intranetPeerIsForeignByAnotherOrganizationOnly() {
        assertThat(peer(INTRANET).foreign(OWN)).isFalse();
        assertThat(peer(INTRANET + ",\"organization\":\"shop\"").foreign(OWN)).isFalse();
        assertThat(peer(INTRANET + ",\"organization\":\"bank\"").foreign(OWN)).isTrue();
    }

    @Test
    void foreignPeerMayBeAskedNothingByDefault() {
        assertThat(peer(EXTRANET).mayBeAsked("price.quote", OWN)).isFalse();
        assertThat(peer(INTRANET).mayBeAsked("price.quote", OWN)).isTrue();
    }

    @Test
    void emptyListLetsNothingBeAsked() {
        Peer peer = peer(INTRANET + ",\"capabilities\":[]");
        assertThat(peer.mayBeAsked("price.quote", OWN)).isFalse();
        assertThat(PeerJson.print(peer).getJsonArray("capabilities")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ticket.*,ticket.issue,true",
        "ticket.*,ticket.issue.group,true",
        "ticket.*,ticket,false",
        "ticket.*,ticket.,false",
        "ticket.*,tickets.issue,false",
        "ticket.issue,ticket.issue,true",
        "ticket.issue,ticket.issued,false",
        "*,price.quote,true"
    })
    void patternNamesWhatMayBeAsked(String pattern, String capability, boolean allowed) {
        Peer peer = peer(EXTRANET + ",\"capabilities\":[\"" + pattern + "\"]");
        assertThat(peer.mayBeAsked(capability, OWN)).isEqualTo(allowed);
    }

    @Test
    void digestMayHaveColonsAndCapitals() {
        String colons = DIGEST.toUpperCase().replaceAll("(..)(?=.)", "$1:");
        Peer peer = peer(EXTRANET + ",\"certificate\":{\"sha256\":\"" + colons + "\"}");
        assertThat(peer.certificate().sha256()).containsExactly(DIGEST);
        assertThat(peer.certificate().san()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"organization\":\"bank\",\"capabilities\":[\"a.*\",\"b\",\"*\"]",
                ",\"certificate\":{\"san\":\"urn:hansa:shop-b\"}",
                ",\"certificate\":{\"san\":\"a.example\",\"sha256\":\""
                        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}",
                ",\"certificate\":{\"sha256\":["
                        + "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\","
                        + "\"1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"]}"
            })
    void printsAndStoresWhatWasEntered(String trust) {
        Peer peer = peer(EXTRANET + trust);
        assertThat(PeerJson.parse("shop-b", PeerJson.print(peer))).isEqualTo(peer);
        JsonText.object("{" + EXTRANET + trust + "}")
                .forEach(
                        (member, value) -> {
                            JsonValue printed = PeerJson.print(peer).get(member);
                            assertThat(printed).as(member).isEqualTo(value);
                        });
        PeerRow row = new PeerRow("shop-b", 0);
        row.take(peer);
        assertThat(row.value()).isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"organization\":\"\"",
                "\"organization\":\"two words\"",
                "\"organization\":7",
                "\"capabilities\":\"ticket.*\"",
                "\"capabilities\":[7]",
                "\"capabilities\":[\".*\"]",
                "\"capabilities\":[\"ticket*\"]",
                "\"capabilities\":[\"*.issue\"]",
                "\"capabilities\":[\"\"]",
                "\"certificate\":{}",
                "\"certificate\":\"shop-b\"",
                "\"certificate\":{\"san\":\"\"}",
                "\"certificate\":{\"san\":\"a b\"}",
                "\"certificate\":{\"sha256\":\"abc\"}",
                "\"certificate\":{\"sha256\":[]}",
                "\"certificate\":{\"sha256\":[7]}",
                "\"certificate\":{\"sha256\":7}",
                "\"certificate\":{\"cn\":\"shop-b\"}"
            })
    void refusesWhatCannotBeMeant(String member) {
        assertThatThrownBy(() -> peer(INTRANET + "," + member)).isInstanceOf(Failure.class);
    }

    private static Peer peer(String members) {
        return PeerJson.parse("shop-b", JsonText.object("{" + members + "}"));
    }
}
