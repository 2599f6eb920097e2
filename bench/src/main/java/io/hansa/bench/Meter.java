package io.hansa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** CPU time and memory of a process, with the processes that it started. */
final class Meter {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double KIB_PER_MIB = 1024;

    private final ProcessHandle process;

    Meter(ProcessHandle process) {
        this.process = process;
    }

    /** Seconds, user and system, since the start; the system counts in hundredths at best. */
    double cpuSeconds() {
        return Stream.concat(Stream.of(process), process.descendants())
                        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum()
                / NANOS_PER_SECOND;
    }

    /** MiB in physical memory now; not a number where the system does not tell. */
    double residentMib() {
        return number("VmRSS:") / KIB_PER_MIB;
    }

    /** The most that it ever was. */
    double peakMib() {
        return number("VmHWM:") / KIB_PER_MIB;
    }

    double threads() {
        return number("Threads:");
    }

    /** From Linux's {@code /proc/PID/status}, memory in KiB. (proc(5)) */
    private double number(String field) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(Double::parseDouble)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
