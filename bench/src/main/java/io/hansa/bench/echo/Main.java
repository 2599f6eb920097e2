package io.hansa.bench.echo;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Says on one line the ports of its servers, {@code HTTP FRAMES FRAMES…}, and runs until its input
 * ends.
 */
public final class Main {
    private Main() {}

    /**
     * @param arguments how many servers of frames
     */
    public static void main(String[] arguments) throws IOException {
        StringBuilder ports = new StringBuilder();
        ports.append(new EchoServer(new Http(), 0).start().port());
        for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
            ports.append(' ').append(new EchoServer(new Frames(), 0).start().port());
        }
        System.out.println(ports);
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
