package io.hansa.proxy.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ServerCall;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.request.ServiceReply;
import io.hansa.proxy.request.ServiceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AnsweredCallsTest {
    private static final Framing LINES = new Delimiter(new byte[] {10});

    private final List<ServiceRequest> requests = new ArrayList<>();

    @Test
    void aCallIsARequestOfThePortsAccountForThePortsCapability() throws Exception {
        String answer =
                answer(
                        LINES,
                        "Bearer token",
                        request -> {
                            requests.add(request);
                            return new ServiceReply("ok".getBytes(UTF_8), null, List.of(), null);
                        });
        assertThat(answer).isEqualTo("ok");
        ServiceRequest request = requests.get(0);
        assertThat(request.capability()).isEqualTo("stock.move");
        assertThat(request.authorization()).isEqualTo("Bearer token");
        assertThat(request.visited()).isNull();
        assertThat(request.body().arrived(4)).isEqualTo("call".getBytes(UTF_8));
        assertThatThrownBy(() -> request.body().arrived(3)).isInstanceOf(Failure.class);
    }

    @Test
    void aFailureIsOneLineThatSaysWhatIsKnown() {
        String answer =
                answer(
                        LINES,
                        "Bearer token",
                        request -> {
                            requests.add(request);
                            throw Failure.of(ErrorCode.OVERLOADED, "Nobody\nhas time \u2026");
                        });
        assertThat(answer)
                .isEqualTo(
                        "HANSA-ERROR overloaded NONE %s Nobody has time  "
                                .formatted(requests.get(0).trace().traceId()));
    }

    @Test
    void anAccountThatIsNotThereIsNamed() {
        assertThat(answer(new Fixed(60, (byte) ' '), null, request -> null))
                .startsWith("HANSA-ERROR authentication-failed NONE ")
                .hasSize(60);
        assertThat(answer(LINES, null, request -> null))
                .contains("hansa.inbound.tills.account names; enter it");
    }

    private static String answer(
            Framing framing, String shown, Function<ServiceRequest, ServiceReply> way) {
        ListenerSettings settings =
                new ListenerSettings(
                        "tills", "127.0.0.1", 1, framing, null, "text/plain", 1, 1, 1, 1);
        AnsweredCalls calls =
                new AnsweredCalls(
                        new InboundPort(settings, "till", "stock.move"), () -> shown, way);
        byte[] answer =
                calls.answer(new ServerCall("tills", "call".getBytes(UTF_8), "text/plain", "::1"));
        return new String(answer, UTF_8);
    }
}
