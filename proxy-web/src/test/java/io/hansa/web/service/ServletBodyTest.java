package io.hansa.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.CallersData;
import io.undertow.servlet.UndertowContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServletBodyTest {
    private static final int MOST = 200_000;

    private final CallersData callers = new CallersData(new CallerLimits(MOST, 1, 10, 1000));
    private final BytesByAndBy in = new BytesByAndBy();
    private boolean secure;
    private String expect;
    private ServletContext container = another();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536})
    void whatIsShortAndThereIsTakenAtOnce(int length) throws IOException {
        byte[] data = random(length);
        in.arrive(data);

        assertThat(body(length).arrived(MOST)).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, 65_537})
    void whatIsNotThereIsNotWaitedFor(int announced) throws IOException {
        in.arrive(random(999));

        assertThat(body(announced).arrived(MOST)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5000, 100_000, MOST})
    void whatComesByAndByIsWholeInTheEnd(int announced) throws IOException {
        byte[] data = random(announced < 0 ? MOST : announced);
        ServletBody body = body(announced);
        try (CallersData.Share share = callers.share()) {
            assertThat(body.arrived(MOST)).isNull();
            body.accountFor(share);
            in.arrive(data);
            while (in.available() > 0) {
                body.more(in, MOST, share);
            }
            body.end(share);

            assertThat(body.arrived(MOST)).isEqualTo(data);
            long room = data.length > 65_536 ? 2L * data.length : data.length;
            assertThat(callers.bytes()).as("data and room for a reply").isEqualTo(room);
        }
        assertThat(callers.bytes()).isZero();
    }

    @Test
    void memoryIsTakenAsDataComesAndNotAsItIsAnnounced() throws IOException {
        ServletBody body = body(MOST);
        CallersData.Share share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(10));
        body.more(in, MOST, share);

        assertThat(callers.bytes()).isLessThanOrEqualTo(1024);
    }

    @Test
    void shortDataThatIsLateHoldsOnlyWhatCame() throws IOException {
        ServletBody body = body(60_000);
        CallersData.Share share = callers.share();
        in.arrive(random(10));
        assertThat(body.arrived(MOST)).isNull();

        body.accountFor(share);

        assertThat(callers.bytes()).isLessThanOrEqualTo(1024);
    }

    @Test
    void memoryThatTheDataDidNotNeedIsGivenBackAtItsEnd() throws IOException {
        ServletBody body = body(-1);
        CallersData.Share share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(1500));
        while (in.available() > 0) {
            body.more(in, MOST, share);
        }
        assertThat(callers.bytes()).isGreaterThan(1500);

        body.end(share);

        assertThat(callers.bytes()).isEqualTo(1500);
        assertThat(body.arrived(MOST)).hasSize(1500);
    }

    @Test
    void muchDataIsRefusedBeforeAnythingIsSentWhereThereIsNoRoomForItsReply() throws IOException {
        CallersData.Share others = callers.share();
        others.take((1 << 20) - 300_000);
        ServletBody body = body(MOST);
        CallersData.Share share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(MOST));
        while (in.available() > 0) {
            body.more(in, MOST, share);
        }

        Failure refusal = catchThrowableOfType(Failure.class, () -> body.end(share));

        assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void whoHasSentAMebibyteIsNotRefusedHalfwayForTheMemoryOfOthers() throws IOException {
        int announced = 4 << 20;
        CallersData roomy = new CallersData(new CallerLimits(announced, 10, 10, 1000));
        ServletBody first = body(announced);
        ServletBody second = body(announced);
        CallersData.Share its = roomy.share();
        CallersData.Share others = roomy.share();
        first.arrived(announced);
        first.accountFor(its);
        second.arrived(announced);
        second.accountFor(others);

        in.arrive(random((1 << 20) + 1));
        take(first, announced, its);
        assertThat(roomy.bytes()).isEqualTo(2L * announced);

        in.arrive(random((1 << 20) + 1));
        assertThat(
                        catchThrowableOfType(Failure.class, () -> take(second, announced, others))
                                .effect())
                .isEqualTo(Effect.NONE);
    }

    private void take(ServletBody body, int most, CallersData.Share share) throws IOException {
        while (in.available() > 0) {
            body.more(in, most, share);
        }
    }

    @Test
    void whatIsForgottenTakesNoMoreMemoryThoughItStillComes() throws IOException {
        ServletBody body = body(MOST);
        CallersData.Share share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(MOST));
        body.more(in, MOST, share);

        body.forget();
        share.close();
        int left = in.available();
        body.more(in, MOST, share);

        assertThat(in.available()).as("left to whoever throws it away").isEqualTo(left);
        assertThat(callers.bytes()).isZero();
    }

    @Test
    void whatIsAnnouncedTooLongIsRefusedUnread() {
        assertThat(catchThrowableOfType(Failure.class, () -> body(MOST + 1).arrived(MOST)).code())
                .isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void whatTurnsOutTooLongIsRefused() throws IOException {
        ServletBody body = body(-1);
        CallersData.Share share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(MOST + 1));

        Failure refusal =
                catchThrowableOfType(
                        Failure.class,
                        () -> {
                            while (in.available() > 0) {
                                body.more(in, MOST, share);
                            }
                        });

        assertThat(refusal.code()).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void whatEndsEarlyIsNotTaken() throws IOException {
        ServletBody body = body(100_000);
        CallersData.Share share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(99));
        body.more(in, MOST, share);

        assertThatThrownBy(() -> body.end(share)).isInstanceOf(EOFException.class);
    }

    @Test
    void onlyMuchThatMayStillComeIsLeftOver() throws IOException {
        in.arrive(random(100));

        assertThat(body(100).leftOver()).isFalse();
        assertThat(body(1 << 20).leftOver()).isTrue();
        assertThat(body(-1).leftOver()).isFalse();
        secure = true;
        assertThat(body(1 << 20).leftOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-continue", "100-Continue"})
    void whoWaitsToBeAskedForItsDataOwesNothing(String expectation) {
        expect = expectation;

        assertThat(body(1 << 20).leftOver()).isFalse();
    }

    @Test
    void whoExpectsSomethingElseSendsItsDataUnasked() {
        expect = "a miracle";

        assertThat(body(1 << 20).leftOver()).isTrue();
    }

    @Test
    void undertowIsNotLeftAloneWithShortDataThatHasNotCome() {
        container = UndertowContext.make();
        in.arrive(random(99));

        assertThat(body(100).leftOver()).isTrue();
        assertThat(body(99).leftOver()).isFalse();
    }

    @Test
    void whereTheConnectionIsBrokenTheRefusalIsNotLost() {
        container = UndertowContext.make();
        in.breakOff();

        assertThat(body(100).leftOver()).isFalse();
    }

    @Test
    void shortDataInTlsIsLeftToAThreadThatMayWait() throws IOException {
        secure = true;
        ServletBody body = body(100);

        assertThat(body.arrived(MOST)).isNull();
        assertThat(body.comesInAMoment()).isTrue();

        body.waitForIt();
        in.arrive(random(100));
        assertThat(body.arrived(MOST)).isEqualTo(random(100));
        assertThat(body(1 << 20).comesInAMoment()).isFalse();
        assertThat(body(-1).comesInAMoment()).isFalse();
    }

    private static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    private static ServletContext another() {
        return (ServletContext)
                Proxy.newProxyInstance(
                        ServletBodyTest.class.getClassLoader(),
                        new Class<?>[] {ServletContext.class},
                        (proxy, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        });
    }

    private ServletBody body(long announced) {
        return new ServletBody(
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                ServletBodyTest.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getContentLengthLong" -> announced;
                                            case "getInputStream" -> in;
                                            case "getHeader" ->
                                                    "Expect".equals(arguments[0]) ? expect : null;
                                            case "isSecure" -> secure;
                                            case "getServletContext" -> container;
                                            default ->
                                                    throw new UnsupportedOperationException(
                                                            method.getName());
                                        }));
    }
}
