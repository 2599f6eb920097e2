package io.hansa.bench.load;

import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Callers who send the head of a request at once and then its data byte by byte, so slowly that it
 * never ends. Each byte is a packet of its own, and they are spread evenly over the time. Who gets
 * an answer before has been refused. {@link #run} goes on until its thread is interrupted; all else
 * before or after that.
 */
final class SlowCallers implements Runnable, AutoCloseable {
    private final List<SocketChannel> channels = new ArrayList<>();
    private final long pauseNanos;
    private final int callers;
    private final ByteBuffer heard = ByteBuffer.allocate(4096);
    private String firstAnswer = "";

    private SlowCallers(int callers, long millis) {
        this.callers = callers;
        this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(millis) / callers;
    }

    /** All have come and sent their heads when this returns. */
    static SlowCallers come(Order order) throws IOException {
        SlowCallers callers = new SlowCallers(order.connections(), order.millis());
        byte[] head = order.head();
        for (int i = 0; i < order.connections(); i++) {
            SocketChannel channel =
                    SocketChannel.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), order.port()));
            callers.channels.add(channel);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.write(ByteBuffer.wrap(head));
            channel.configureBlocking(false);
        }
        return callers;
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        while (!Thread.currentThread().isInterrupted() && !channels.isEmpty()) {
            for (SocketChannel channel : List.copyOf(channels)) {
                due += pauseNanos;
                if (waitInVain(due)) {
                    return;
                }
                drip(channel);
            }
        }
    }

    /** {@code held} counts the callers that still send and have no answer. */
    String line() {
        return Json.createObjectBuilder()
                .add("callers", callers)
                .add("held", channels.size())
                .add("firstAnswer", firstAnswer)
                .build()
                .toString();
    }

    private static boolean waitInVain(long due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            return false;
        } catch (InterruptedException over) {
            return true;
        }
    }

    private void drip(SocketChannel channel) {
        try {
            channel.write(ByteBuffer.wrap(new byte[] {'.'}));
            if (channel.read(heard.clear()) != 0) {
                gone(
                        channel,
                        StandardCharsets.US_ASCII
                                .decode(heard.flip())
                                .toString()
                                .lines()
                                .findFirst()
                                .orElse("closed"));
            }
        } catch (IOException broken) {
            gone(channel, String.valueOf(broken.getMessage()));
        }
    }

    private void gone(SocketChannel channel, String answer) {
        firstAnswer = firstAnswer.isEmpty() ? answer : firstAnswer;
        channels.remove(channel);
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            firstAnswer += ", " + alreadyBroken.getMessage();
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
