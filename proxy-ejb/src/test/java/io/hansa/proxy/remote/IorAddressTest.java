package io.hansa.proxy.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class IorAddressTest {
    private static final int INTERNET = 0;
    private static final int MULTIPLE_COMPONENTS = 1;

    @Test
    void theHostOfTheInternetProfileIsRead() throws IOException {
        assertThat(IorAddress.host(ior(MULTIPLE_COMPONENTS, INTERNET))).contains("10.1.2.3");
    }

    @Test
    void objectWithoutIiopProfileHasNoAddress() throws IOException {
        assertThat(IorAddress.host(ior(MULTIPLE_COMPONENTS))).isEmpty();
        assertThat(IorAddress.host(ior())).isEmpty();
    }

    @Test
    void littleEndianIsRead() {
        String host = "0a000000" + HexFormat.of().formatHex("127.0.0.1\0".getBytes());
        String profile = "01010200" + host + "0000b80d";
        String ior =
                "01000000"
                        + "01000000"
                        + "00000000"
                        + "01000000"
                        + "00000000"
                        + "16000000"
                        + profile;

        assertThat(IorAddress.host("IOR:" + ior)).contains("127.0.0.1");
    }

    @Test
    void textThatIsNoReferenceIsRefused() throws IOException {
        String whole = ior(INTERNET);
        assertThatThrownBy(() -> IorAddress.host("corbaloc::1.2.3.4/NameService"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IorAddress.host(whole.substring(0, 40)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IorAddress.host("IOR:" + "00000000" + "7fffffff"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String ior(int... tags) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0);
        text(out, "IDL:a:1.0");
        align(out);
        out.writeInt(tags.length);
        for (int tag : tags) {
            align(out);
            out.writeInt(tag);
            byte[] profile = profile();
            out.writeInt(profile.length);
            out.write(profile);
        }
        return "IOR:" + HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static byte[] profile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x00010200);
        text(out, "10.1.2.3");
        out.writeShort(3528);
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] ended = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        out.writeInt(ended.length);
        out.write(ended);
    }

    private static void align(DataOutputStream out) throws IOException {
        while (out.size() % Integer.BYTES != 0) {
            out.write(0);
        }
    }
}
