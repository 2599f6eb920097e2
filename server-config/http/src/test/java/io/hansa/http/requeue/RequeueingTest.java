package io.hansa.http.requeue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequeueingTest {
    private static final Set<String> TESTED = Set.of("1.2.3");

    private final Logger log = Logger.getLogger(Requeueing.class.getName());
    private final List<Level> lines = new ArrayList<>();
    private final Handler handler = handler();

    @BeforeEach
    void listen() {
        log.setUseParentHandlers(false);
        log.setLevel(Level.INFO);
        log.addHandler(handler);
    }

    @AfterEach
    void end() {
        System.clearProperty("hansa.http.requeue");
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
        log.setLevel(null);
    }

    @Test
    void testedVersionIsOnWithOneLine() {
        assertThat(Requeueing.isOn("library", "1.2.3", TESTED)).isTrue();
        assertThat(lines).containsExactly(Level.INFO);
    }

    @Test
    void untestedVersionIsOffWithWarning() {
        assertThat(Requeueing.isOn("library", "1.2.4", TESTED)).isFalse();
        assertThat(lines).containsExactly(Level.WARNING);
    }

    @Test
    void switchTurnsTestedVersionOff() {
        System.setProperty("hansa.http.requeue", "false");
        assertThat(Requeueing.isOn("library", "1.2.3", TESTED)).isFalse();
        assertThat(lines).containsExactly(Level.INFO);
    }

    private Handler handler() {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
