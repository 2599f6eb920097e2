package io.hansa.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Copies each line that a node prints into its log. The lines that Hansa itself writes, one for a
 * request, go to {@code requests} as well; Hansa's lines begin with the member {@code time} or
 * {@code event}, those of the servers with {@code Timestamp} or {@code timestamp}. Runs until the
 * node has ended.
 */
final class OutputCopier implements Runnable {
    private static final long MAX_LOG_BYTES = 32L << 20;
    private static final int MAX_LINE = 1 << 16;
    private static final byte[] TIME = "{\"time\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "{\"event\":".getBytes(StandardCharsets.US_ASCII);

    private final InputStream output;
    private final Path log;
    private final OutputStream requests;
    private final byte[] line = new byte[MAX_LINE];
    private int length;

    OutputCopier(InputStream output, Path log, OutputStream requests) {
        this.output = output;
        this.log = log;
        this.requests = requests;
    }

    @Override
    public void run() {
        try (BoundedLog file = new BoundedLog(log, MAX_LOG_BYTES)) {
            copy(file);
        } catch (IOException full) {
            System.err.println("The log " + log + " cannot be written: " + full.getMessage());
            discard();
        }
    }

    private void copy(BoundedLog file) throws IOException {
        byte[] buffer = new byte[1 << 14];
        for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
            for (int i = 0; i < read; i++) {
                line[length++] = buffer[i];
                if (buffer[i] == '\n' || length == MAX_LINE) {
                    pass(file);
                }
            }
            requests.flush();
        }
        pass(file);
        requests.flush();
    }

    private void pass(BoundedLog file) throws IOException {
        file.write(line, length);
        if (begins(TIME) || begins(EVENT)) {
            requests.write(line, 0, length);
        }
        length = 0;
    }

    private boolean begins(byte[] with) {
        return length >= with.length && Arrays.equals(line, 0, with.length, with, 0, with.length);
    }

    /** A node whose output is not read would stop at its next line. */
    private void discard() {
        try {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            System.err.println("The node's output ended: " + ended.getMessage());
        }
    }
}
