package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryPollTest {
    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(RegistryPoll.class.getName());
    private final Handler keeper =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(entry.getLevel() + " " + entry.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private boolean databaseAnswers = true;
    private int looks;
    private int reviews;
    private int asked;
    private final AtomicLong nanos = new AtomicLong();
    private final RegistryCondition condition = new RegistryCondition(nanos::get);
    private final RegistryPoll poll =
            new RegistryPoll(
                    new RegistryRefresh(null, null, null) {
                        @Override
                        void ask() {
                            asked++;
                        }

                        @Override
                        void review() {
                            reviews++;
                        }

                        @Override
                        void refreshIfMoved() {
                            looks++;
                            if (!databaseAnswers) {
                                throw new IllegalStateException("connection refused");
                            }
                        }
                    },
                    condition,
                    () -> looks++,
                    () -> {});

    @BeforeEach
    void listen() {
        logger.addHandler(keeper);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(keeper);
        logger.setUseParentHandlers(true);
    }

    @Test
    void logsAnOutageOnceAndItsEndOnce() {
        look(true, 4);
        look(false, 40);
        look(true, 4);
        look(false, 4);
        assertThat(logged).hasSize(3);
        assertThat(logged.get(0)).startsWith("WARNING HANSA-3307 The registry cannot be read");
        assertThat(logged.get(1)).isEqualTo("INFO HANSA-3306 The registry can be read again.");
        assertThat(logged.get(2)).startsWith("WARNING HANSA-3307 The registry cannot be read");
    }

    @Test
    void refusedChangesAreLoggedOnceAndTheirEndOnce() {
        look(true, 2);
        condition.changeFailed(new SQLException("No space left on device", "53100"));
        look(true, 4);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(31));
        look(true, 4);

        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).startsWith("WARNING HANSA-3320 ");
        assertThat(logged.get(1)).startsWith("INFO HANSA-3321 ");
    }

    @Test
    void databaseThatAnswersIsThereWhileARegistryIsRead() {
        look(true, 1);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(20));
        assertThat(condition.away()).isTrue();

        poll.listen();

        assertThat(condition.away()).isFalse();
        condition.requireAnswers();
    }

    @Test
    void inAnOutageNothingMoreIsAsked() {
        poll.listen();
        look(true, 1);
        look(false, 8);
        poll.listen();

        assertThat(asked).isZero();
        assertThat(condition.away()).isTrue();
    }

    @Test
    void looksEveryTimeButSeldomInAnOutage() {
        look(true, 40);
        assertThat(looks).isEqualTo(40);
        assertThat(reviews).isEqualTo(2);
        look(false, 40);
        assertThat(looks).isBetween(50, 51);
    }

    private void look(boolean answers, int times) {
        databaseAnswers = answers;
        for (int i = 0; i < times; i++) {
            poll.run();
        }
    }
}
