package io.hansa.proxy.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.overview.Finding.Severity;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the nodes told, joined. */
class PartsTest {
    private static final Instant EARLY = Instant.parse("2026-01-31T08:00:00Z");
    private static final TrafficFigures NONE = new TrafficFigures(0, 0, Double.NaN, Double.NaN);

    @Test
    void theSameFindingOfTwoNodesIsShownOnce() {
        Parts parts =
                new Parts(
                        told("here", true, down("trade-1", EARLY.plusSeconds(9))),
                        List.of(
                                told(
                                        "there",
                                        true,
                                        down("trade-1", EARLY),
                                        down("trade-2", null))));

        JsonArray found = parts.findings().json().build();

        assertThat(found).hasSize(2);
        JsonObject both = found.getJsonObject(0);
        assertThat(both.getJsonArray("nodes").toString()).isEqualTo("[\"here\",\"there\"]");
        assertThat(both.getString("since")).isEqualTo(EARLY.toString());
        assertThat(found.getJsonObject(1).getJsonArray("nodes").toString())
                .isEqualTo("[\"there\"]");
    }

    @Test
    void theWorstFindingsComeFirst() {
        Finding drained =
                new Finding(Severity.INFO, "server-draining", "text", "remedy", null, "link");
        Parts parts =
                new Parts(
                        told("here", true, drained), List.of(told("there", true, down("x", null))));

        JsonArray found = parts.findings().json().build();

        assertThat(found.getJsonObject(0).getString("severity")).isEqualTo("ERROR");
        assertThat(parts.findings().onlyInformation()).isFalse();
    }

    @Test
    void silentNodesAreSeparateFindings() {
        FoundByNodes found = new FoundByNodes();

        found.addOwn("here", List.of(silent("second"), silent("third")));

        assertThat(found.json().build()).hasSize(2);
    }

    @Test
    void rateIsSummedAndErrorShareIsWeighted() {
        Parts parts =
                new Parts(
                        busy("here", new TrafficFigures(30, 0.1, 5, 10)),
                        List.of(
                                busy("there", new TrafficFigures(10, 0.5, 7, 8)),
                                busy("idle", NONE)));

        TrafficFigures traffic = parts.traffic();

        assertThat(traffic.requestsPerSecond()).isEqualTo(40);
        assertThat(traffic.errorShare()).isEqualTo(0.2);
        assertThat(traffic.p50Millis()).isEqualTo(7);
        assertThat(traffic.p99Millis()).isEqualTo(10);
    }

    @Test
    void withoutRequestsThereIsNoDuration() {
        JsonObject traffic =
                new Parts(busy("here", NONE), List.of(busy("there", NONE)))
                        .traffic()
                        .json()
                        .build();

        assertThat(traffic.isNull("p99Millis")).isTrue();
        assertThat(TrafficFigures.read(traffic)).isEqualTo(NONE);
    }

    @Test
    void whatASilentNodeToldDoesNotCount() {
        Parts parts =
                new Parts(told("here", true), List.of(told("there", false, down("trade-1", null))));

        assertThat(parts.findings().json().build()).isEmpty();
        assertThat(parts.nodes(List.of("there")).build().toString())
                .isEqualTo(
                        "[{\"node\":\"here\",\"ageMillis\":7,\"counted\":true},"
                                + "{\"node\":\"there\",\"ageMillis\":7,\"counted\":false}]");
    }

    @Test
    void aNodeThatToldNothingIsNamed() {
        JsonArray nodes = new Parts(told("here", true), List.of()).nodes(List.of("young")).build();

        assertThat(nodes.getJsonObject(1).getString("node")).isEqualTo("young");
        assertThat(nodes.getJsonObject(1).isNull("ageMillis")).isTrue();
        assertThat(nodes.getJsonObject(1).getBoolean("counted")).isFalse();
    }

    @Test
    void aRestartedNodeIsShownOnce() {
        Parts parts =
                new Parts(told("here", true), List.of(told("there", true), told("there", false)));

        assertThat(parts.nodes(List.of("there")).build()).hasSize(2);
    }

    @Test
    void openBreakersAndCertificatesAreOfAllNodes() {
        CertificateEnd early = new CertificateEnd("hansa.extranet.keystore", EARLY, 3);
        CertificateEnd late =
                new CertificateEnd("hansa.extranet.keystore", EARLY.plusSeconds(9), 3);
        Parts parts =
                new Parts(
                        cut("here", early, "server:b", "server:a"),
                        List.of(cut("there", early, "server:b"), cut("third", late, "peer:p")));

        assertThat(parts.openBreakers().build().toString())
                .isEqualTo("[\"peer:p\",\"server:a\",\"server:b\"]");
        JsonArray ends = parts.certificates().build();
        assertThat(ends).hasSize(2);
        assertThat(ends.getJsonObject(0).getJsonArray("nodes").toString())
                .isEqualTo("[\"here\",\"there\"]");
    }

    private static Finding down(String server, Instant since) {
        return new Finding(
                Severity.ERROR, "server-down", "It is down.", "Look.", since, "servers/" + server);
    }

    private static Finding silent(String node) {
        return new Finding(Severity.WARNING, "node-silent", node, "Look.", null, "nodes");
    }

    private static ToldStatus told(String node, boolean counted, Finding... findings) {
        return new ToldStatus(
                node,
                7,
                counted,
                new NodeStatus(facts(), List.of(findings), false, NONE, List.of(), List.of()));
    }

    private static ToldStatus busy(String node, TrafficFigures traffic) {
        return new ToldStatus(
                node,
                7,
                true,
                new NodeStatus(facts(), List.of(), false, traffic, List.of(), List.of()));
    }

    private static ToldStatus cut(String node, CertificateEnd end, String... breakers) {
        return new ToldStatus(
                node,
                7,
                true,
                new NodeStatus(facts(), List.of(), false, NONE, List.of(breakers), List.of(end)));
    }

    private static NodeFacts facts() {
        return new NodeFacts("1.0", EARLY, 7, Duration.ZERO);
    }
}
