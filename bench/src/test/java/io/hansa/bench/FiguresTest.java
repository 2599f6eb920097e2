package io.hansa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.node.NodeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures figures =
            new Figures(
                    new Mode(32, 256),
                    List.of(pair(1000, 100, 0), pair(1000, 300, 2), pair(2000, 400, 0)));

    @Test
    void ratioIsTakenWithinEachRound() {
        assertThat(figures.median(Pair::ratio)).isEqualTo(0.2);
        assertThat(figures.median(Pair::addedP50Micros)).isEqualTo(90);
    }

    @Test
    void badReplyOfAnyRoundIsReported() {
        NodeFigures node = new NodeFigures(NodeServer.MICRO, 9, Double.NaN, 500, List.of(figures));

        assertThat(node.bad()).isEqualTo(2);
        assertThat(Table.of(List.of(node))).contains("Payara Micro", "256 B x 32", "0.200");
        var json = JsonReport.of(List.of(node)).getJsonArray("nodes").getJsonObject(0);
        assertThat(json.getInt("bad")).isEqualTo(2);
        assertThat(json.isNull("idleMib")).isTrue();
        assertThat(json.getJsonArray("modes").getJsonObject(0).getString("firstBad"))
                .isEqualTo("status 503");
    }

    private static Pair pair(long direct, long proxy, long bad) {
        return new Pair(
                new Sample(direct, 1, 10, 20, 0, "", 0),
                new Sample(proxy, 1, 100, 200, bad, bad > 0 ? "status 503" : "", 0.01));
    }
}
