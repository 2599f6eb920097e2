package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a Java process holds of the machine. (proc(5), {@code jcmd} of the JDK)
 *
 * @param heapKib its live objects, after a full collection
 * @param residentKib its memory in RAM
 * @param descriptors its open files and connections
 */
record Footprint(long heapKib, long residentKib, int threads, int descriptors) {
    static Footprint of(long pid) throws IOException {
        long heap = liveBytes(pid) / 1024;
        return new Footprint(
                heap,
                status(pid, "VmRSS:"),
                Math.toIntExact(status(pid, "Threads:")),
                descriptors(pid));
    }

    /** The last line of the histogram; to ask for it collects the garbage first. */
    private static long liveBytes(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked =
                new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader lines = asked.inputReader()) {
            String total =
                    lines.lines()
                            .filter(line -> line.startsWith("Total"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("jcmd told no total."));
            return Long.parseLong(total.strip().split("\\s+")[2]);
        }
    }

    private static long status(long pid, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.split("\\s+")[1])
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow(() -> new IOException("No line " + name));
        }
    }

    private static int descriptors(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return Math.toIntExact(open.count());
        }
    }

    /** Fails where it has become more than an earlier one of the same process. */
    void requireAbout(Footprint earlier) {
        String both = "%s; before: %s".formatted(this, earlier);
        assertThat(heapKib).as(both).isLessThan(earlier.heapKib * 5 / 4);
        assertThat(residentKib).as(both).isLessThan(earlier.residentKib * 5 / 4);
        assertThat(threads).as(both).isLessThanOrEqualTo(earlier.threads + 10);
        assertThat(descriptors).as(both).isLessThanOrEqualTo(earlier.descriptors + 30);
    }

    @Override
    public String toString() {
        return "%d MiB of live objects, %d MiB in RAM, %d threads, %d descriptors"
                .formatted(heapKib / 1024, residentKib / 1024, threads, descriptors);
    }
}
