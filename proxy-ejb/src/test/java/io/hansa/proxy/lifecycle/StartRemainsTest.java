package io.hansa.proxy.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import org.junit.jupiter.api.Test;

class StartRemainsTest {
    private final JavaOptions options = new JavaOptions(ManagementFactory.getPlatformMBeanServer());

    @Test
    void leavesTheHeapsRoomAsItWas() throws JMException {
        String min = options.get("MinHeapFreeRatio");
        String max = options.get("MaxHeapFreeRatio");
        new StartRemains().collect();
        assertThat(options.get("MinHeapFreeRatio")).isEqualTo(min);
        assertThat(options.get("MaxHeapFreeRatio")).isEqualTo(max);
    }

    @Test
    void areCollected() {
        long before = collections();
        new StartRemains().collect();
        assertThat(collections()).isGreaterThan(before);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
