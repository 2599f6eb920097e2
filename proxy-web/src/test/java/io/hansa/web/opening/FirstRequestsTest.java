package io.hansa.web.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FirstRequestsTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void nodeAsksItselfThreeTimes() {
        new FirstRequests(asked::add).make();

        assertThat(asked).hasSize(3).isEqualTo(FirstRequests.PATHS);
    }

    @Test
    void failedRequestsKeepNobodyOut() {
        new FirstRequests(
                        path -> {
                            asked.add(path);
                            throw new SocketTimeoutException("no answer");
                        })
                .make();

        assertThat(asked).hasSize(3);
    }

    @Test
    void noneIsBegunWhenTheTimeIsOver() {
        AtomicLong clock = new AtomicLong();
        new FirstRequests(
                        path -> {
                            clock.addAndGet(FirstRequests.MAX_NANOS);
                            return asked.add(path);
                        },
                        clock::get)
                .make();

        assertThat(asked).hasSize(1);
    }
}
