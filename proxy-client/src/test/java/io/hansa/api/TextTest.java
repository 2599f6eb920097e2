package io.hansa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The values may be logged: what they print has no business data and no credentials. */
class TextTest {
    private static final byte[] DATA = "basket".getBytes(StandardCharsets.UTF_8);

    @Test
    void aRequestPrintsSizeInPlaceOfData() {
        BusinessRequest request =
                BusinessRequest.to("trade.settle")
                        .authorization("Bearer secret")
                        .data("text/plain", DATA)
                        .timeoutMillis(500)
                        .idempotencyKey("order-1")
                        .build();

        assertThat(request)
                .hasToString(
                        "BusinessRequest[capability=trade.settle, contentType=text/plain, bytes=6,"
                                + " timeoutMillis=500]");
    }

    @Test
    void aReplyPrintsSizeInPlaceOfData() {
        BusinessReply reply =
                new BusinessReply(
                        "text/plain", DATA, List.of("shop-a", "shop-b"), "shop-b/pricing-1", "t");

        assertThat(reply)
                .hasToString(
                        "BusinessReply[server=shop-b/pricing-1, path=shop-a,shop-b,"
                                + " contentType=text/plain, bytes=6, traceId=t]");
    }

    @Test
    void aStatusPrintsWhatIsOffered() {
        ProxyStatus status =
                ProxyStatus.of("shop-a")
                        .region("shanghai")
                        .organization("shop")
                        .load(0.5, 0.9)
                        .capabilities(
                                List.of(
                                        new OfferedCapability(
                                                "trade.settle", "CORE", "local", true),
                                        new OfferedCapability(
                                                "price.quote", "CORE", "shop-b", false)))
                        .build();

        assertThat(status)
                .hasToString(
                        "ProxyStatus[proxy=shop-a, region=shanghai, organization=shop, load=0.5 of"
                                + " 0.9, accepting=true, capabilities=[trade.settle via local,"
                                + " price.quote via shop-b (not available)]]");
    }
}
