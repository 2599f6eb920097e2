package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerJsonTest {
    @Test
    void defaultsToRestAndDropsTheLastSlash() {
        Peer peer = parse("{\"url\":\"http://127.0.0.1:8182/\",\"link\":\"INTRANET\"}");
        assertThat(peer)
                .isEqualTo(
                        new Peer(
                                "shop-b",
                                URI.create("http://127.0.0.1:8182"),
                                Peer.Link.INTRANET,
                                Peer.Transport.REST,
                                true,
                                0));
    }

    @Test
    void takesBackWhatItPrinted() {
        Peer peer =
                parse(
                        """
                        {"url":"https://tickets.example:8283","link":"EXTRANET",
                         "transport":"REST","enabled":false}""");
        assertThat(parse(PeerJson.print(peer).toString())).isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"link\":\"INTRANET\"}",
                "{\"url\":\"http://a\"}",
                "{\"url\":\"http://a\",\"link\":\"EXTRANET\"}",
                "{\"url\":\"https://a\",\"link\":\"EXTRANET\",\"transport\":\"EJB\"}",
                "{\"url\":\"a:80\",\"link\":\"INTRANET\"}",
                "{\"url\":\"ftp://a\",\"link\":\"INTRANET\"}",
                "{\"url\":\"iiop://a\",\"link\":\"INTRANET\",\"transport\":\"EJB\"}",
                "{\"url\":\"http://a/api\",\"link\":\"INTRANET\"}",
                "{\"url\":\"http://a?x=1\",\"link\":\"INTRANET\"}",
                "{\"url\":\"http://user@a\",\"link\":\"INTRANET\"}",
                "{\"url\":\"http://a:99999\",\"link\":\"INTRANET\"}",
                "{\"url\":\"http://a_b\",\"link\":\"INTRANET\"}",
                "{\"url\":\"http:///\",\"link\":\"INTRANET\"}",
                "{\"url\":\"\",\"link\":\"INTRANET\"}",
                "{\"url\":\"http://a\",\"link\":\"LAN\"}",
                "{\"url\":\"http://a\",\"link\":\"INTRANET\",\"region\":\"b\"}"
            })
    void refusesAnAddressOrALinkThatCannotBe(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(Failure.class);
    }

    private static Peer parse(String json) {
        return PeerJson.parse("shop-b", JsonText.object(json));
    }
}
