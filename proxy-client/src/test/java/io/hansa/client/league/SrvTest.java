package io.hansa.client.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;

/** SRV records from a name server of this process. */
class SrvTest {
    private static final int ANSWER = 0x8180;
    private static final int SRV = 33;
    private static final int HEAD = 12;

    /** Answers one question with records of priority, port and host. */
    private static DatagramSocket answering(String... records) throws IOException {
        DatagramSocket server =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(() -> serve(server, records), "name server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(DatagramSocket server, String... records) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            while (!server.isClosed()) {
                server.receive(packet);
                byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] answer = answer(question, records);
                server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** RFC 1035, section 4.1; each record names the question's name by a pointer. */
    private static byte[] answer(byte[] question, String... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(ANSWER);
        out.writeShort(1);
        out.writeShort(records.length);
        out.writeInt(0);
        int end = HEAD;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        out.write(question, HEAD, end + 5 - HEAD);
        for (String record : records) {
            String[] fields = record.split(" ");
            byte[] target = name(fields[2]);
            out.writeShort(0xc000 | HEAD);
            out.writeShort(SRV);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(6 + target.length);
            out.writeShort(Integer.parseInt(fields[0]));
            out.writeShort(1);
            out.writeShort(Integer.parseInt(fields[1]));
            out.write(target);
        }
        return bytes.toByteArray();
    }

    private static byte[] name(String host) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String label : host.split("\\.")) {
            bytes.write(label.length());
            bytes.write(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    private static SrvLookup lookup(DatagramSocket server) {
        return new SrvLookup(
                "_hansa._tcp.shop.example", "http", "dns://127.0.0.1:" + server.getLocalPort());
    }

    @Test
    void recordsOfTheLowestPriorityAreAddresses() throws Exception {
        try (DatagramSocket server =
                answering(
                        "20 8083 c.shop.example",
                        "10 8081 a.shop.example",
                        "10 8082 b.shop.example")) {
            assertThat(lookup(server).addresses())
                    .containsExactlyInAnyOrder(
                            URI.create("http://a.shop.example:8081"),
                            URI.create("http://b.shop.example:8082"));
        }
    }

    @Test
    void silentNameServerIsAFailure() throws Exception {
        try (DatagramSocket silent =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertThatThrownBy(() -> lookup(silent).addresses())
                    .isInstanceOf(NamingException.class);
        }
    }
}
