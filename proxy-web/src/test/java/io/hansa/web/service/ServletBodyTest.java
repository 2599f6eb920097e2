package io.hansa.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServletBodyTest {
    private static final int MOST = 200_000;

    private final long inTime = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, MOST})
    void bytesComeAsTheyWereSentWithAndWithoutALength(int length) throws IOException {
        byte[] data = random(length);

        assertThat(body(data, length).read(MOST, inTime)).isEqualTo(data);
        assertThat(body(data, -1).read(MOST, inTime)).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, MOST + 1})
    void whatIsTooLongIsNoData(int announced) throws IOException {
        assertThat(body(random(MOST + 1), announced).read(MOST, inTime)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void whatEndsEarlyIsNotTaken(int announced) {
        assertThatThrownBy(() -> body(random(99), announced).read(MOST, inTime))
                .isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, 100_000})
    void whoSendsDropByDropIsNotWaitedForBeyondTheDeadline(int announced) {
        byte[] data = random(announced < 0 ? 1000 : announced);

        assertThatThrownBy(() -> body(data, announced).read(MOST, System.nanoTime() - 1))
                .isInstanceOf(InterruptedIOException.class);
    }

    private static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    /** Brings at most a hundred bytes with each read. */
    private static ServletBody body(byte[] data, long announced) {
        InputStream bytes = new ByteArrayInputStream(data);
        ServletInputStream in =
                new ServletInputStream() {
                    @Override
                    public int read() throws IOException {
                        return bytes.read();
                    }

                    @Override
                    public int read(byte[] to, int at, int most) throws IOException {
                        return bytes.read(to, at, Math.min(100, most));
                    }

                    @Override
                    public boolean isFinished() {
                        return false;
                    }

                    @Override
                    public boolean isReady() {
                        return true;
                    }

                    @Override
                    public void setReadListener(ReadListener listener) {
                        throw new UnsupportedOperationException("It is read by its own thread.");
                    }
                };
        HttpServletRequest request =
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                ServletBodyTest.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getContentLengthLong" -> announced;
                                            case "getInputStream" -> in;
                                            default ->
                                                    throw new UnsupportedOperationException(
                                                            method.getName());
                                        });
        return new ServletBody(request);
    }
}
