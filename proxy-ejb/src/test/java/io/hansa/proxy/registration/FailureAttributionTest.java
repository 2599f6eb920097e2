package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.Soap;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failure says about the server. */
class FailureAttributionTest {
    private final RecordingExchanges exchanges = new RecordingExchanges();
    private BusinessServer server = ServerSamples.http("trade-1", "trade.settle");

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE,false,BROKEN",
        "UNREACHABLE,true,BROKEN",
        "PROTOCOL_ERROR,true,BROKEN",
        "PROTOCOL_ERROR,false,NOT_ASKED",
        "UNMAPPABLE,false,NOT_ASKED",
        "TIMEOUT,true,LATE",
        "OVERLOADED,false,NOT_ASKED",
        "QUARANTINED,false,NOT_ASKED",
        "REQUEST_TOO_LARGE,false,NOT_ASKED"
    })
    void ofAFailedExchange(Kind kind, boolean sent, FailureAttribution attribution) {
        exchanges.fails("trade-1", kind, sent);

        assertThat(attribution()).isEqualTo(attribution);
    }

    @ParameterizedTest
    @CsvSource({"400,ANSWERED", "429,BUSY", "499,ANSWERED", "500,FAULTY", "503,BUSY"})
    void ofAStatus(int status, FailureAttribution attribution) {
        answers(status);

        assertThat(attribution()).isEqualTo(attribution);
    }

    @Test
    void aSoapFaultIsAnAnswer() {
        ServerTarget plain = server.target();
        server =
                ServerSamples.at(
                        new ServerTarget(
                                plain.id(),
                                plain.endpoint(),
                                null,
                                null,
                                plain.maxConcurrent(),
                                plain.connectTimeoutMillis(),
                                plain.maxReplyBytes(),
                                null,
                                new Soap(Soap.Version.V1_1, "")),
                        server);
        answers(500);
        assertThat(attribution()).isEqualTo(FailureAttribution.ANSWERED);
        answers(501);
        assertThat(attribution()).isEqualTo(FailureAttribution.FAULTY);
    }

    private void answers(int status) {
        exchanges.answers(
                "trade-1",
                request -> RecordingExchanges.reply(status, "text/plain", Map.of(), "no"));
    }

    private FailureAttribution attribution() {
        ServerDestination destination =
                new ServerDestination("shop-a", server, Priority.NORMAL, new Workload(), exchanges);
        Failure failure =
                catchThrowableOfType(
                        Failure.class,
                        () -> destination.send(ErrandSamples.of("trade.settle", "basket")));
        return destination.attribution(failure);
    }
}
