package io.hansa.demo.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTreeTest {

    private static final JsonObject SHOP_A =
            trace(
                    """
                    {"spanId":"a","proxy":"shop-a","capability":"trade.settle",
                     "startedAt":"2026-11-22T10:00:00Z","durationMicros":9500,"steps":[
                     {"step":"send","capability":"trade.settle","depth":0,"durationMicros":1000,
                      "note":"server trade-1"},
                     {"step":"follow assistance","capability":"trade.settle","depth":0,
                      "durationMicros":8000},
                     {"step":"send","capability":"price.quote","depth":1,"durationMicros":7000},
                     {"step":"follow assistance","capability":"price.quote","depth":1,
                      "durationMicros":1}]}""");
    private static final JsonObject SHOP_B =
            trace(
                    """
                    {"spanId":"b","parentId":"a","proxy":"shop-b","capability":"price.quote",
                     "startedAt":"2026-11-22T10:00:01Z","durationMicros":6000,"steps":[
                     {"step":"send","capability":"price.quote","depth":0,"durationMicros":5000}]}""");

    @Test
    void putsTheSecondProxyUnderItsSendStep() {
        assertThat(names(List.of(SHOP_B, SHOP_A)))
                .containsExactly(
                        "trade.settle at shop-a",
                        "  send (server trade-1)",
                        "  follow assistance",
                        "    send",
                        "      price.quote at shop-b",
                        "        send",
                        "    follow assistance");
    }

    @Test
    void givesEachStepItsTime() {
        assertThat(TraceTree.lines(List.of(SHOP_A)).get(0)).endsWith("      9.5 ms");
    }

    @Test
    void drawsProxyWithUnknownParentAsRoot() {
        assertThat(names(List.of(SHOP_B))).startsWith("price.quote at shop-b");
        assertThat(names(List.of())).isEmpty();
    }

    private static List<String> names(List<JsonObject> traces) {
        return TraceTree.lines(traces).stream()
                .map(line -> line.replaceAll(" +[0-9.]+ ms$", ""))
                .toList();
    }

    private static JsonObject trace(String request) {
        String document = "{\"traceId\":\"t\",\"requests\":[" + request + "]}";
        return Json.createReader(new StringReader(document)).readObject();
    }
}
