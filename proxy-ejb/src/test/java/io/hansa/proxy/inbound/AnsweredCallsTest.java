package io.hansa.proxy.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.CallFailedException;
import io.hansa.connector.Delimiter;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ServerCall;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.pipeline.ServiceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredCallsTest {
    private final List<ServiceRequest> requests = new ArrayList<>();

    @Test
    void callIsARequestOfThePortsAccount() throws Exception {
        String answer =
                answer(
                        "Bearer token",
                        request -> {
                            requests.add(request);
                            return new ServiceReply(
                                    "ok".getBytes(UTF_8), null, List.of(), null, ReplyHead.OK);
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
    void failureIsOneLineWithAResponseCode() {
        CallFailedException told =
                failure(
                        "Bearer token",
                        request -> {
                            requests.add(request);
                            throw Failure.of(ErrorCode.OVERLOADED, "Nobody\nhas time \u2026");
                        });
        assertThat(told.line())
                .isEqualTo(
                        "HANSA-ERROR overloaded NONE %s Nobody has time  "
                                .formatted(requests.get(0).trace().traceId()));
        assertThat(told.responseCode()).isEqualTo("91");
    }

    @ParameterizedTest
    @CsvSource({
        "PERMISSION_DENIED, NONE, 58",
        "CAPABILITY_UNKNOWN, NONE, 92",
        "BODY_TOO_LARGE, NONE, 30",
        "SERVER_UNREACHABLE, NONE, 91",
        "SERVER_UNREACHABLE, UNKNOWN, 96",
        "DEADLINE_EXCEEDED, UNKNOWN, 68",
        "SERVER_FAULT, UNKNOWN, 96",
    })
    void hostsReverseWhatMayHaveBeenDone(ErrorCode code, Effect effect, String responseCode) {
        CallFailedException told =
                failure(
                        "Bearer token",
                        request -> {
                            throw Failure.of(code, effect, "why", null);
                        });
        assertThat(told.responseCode()).isEqualTo(responseCode);
    }

    @Test
    void anAccountThatIsNotThereIsNamed() {
        assertThat(failure(null, request -> null).line())
                .startsWith("HANSA-ERROR authentication-failed NONE ")
                .contains("hansa.inbound.tills.account names; enter it");
    }

    private static CallFailedException failure(
            String shown, Function<ServiceRequest, ServiceReply> way) {
        return catchThrowableOfType(CallFailedException.class, () -> answer(shown, way));
    }

    private static String answer(String shown, Function<ServiceRequest, ServiceReply> way)
            throws CallFailedException {
        ListenerSettings settings =
                new ListenerSettings(
                        "tills",
                        "127.0.0.1",
                        1,
                        new Delimiter(new byte[] {10}),
                        null,
                        "text/plain",
                        ListenerLimits.USUAL);
        AnsweredCalls calls =
                new AnsweredCalls(
                        new InboundPort(settings, "till", "stock.move"), () -> shown, way);
        byte[] answer =
                calls.answer(new ServerCall("tills", "call".getBytes(UTF_8), "text/plain", "::1"));
        return new String(answer, UTF_8);
    }
}
