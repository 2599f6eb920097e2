package io.hansa.launcher.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class OwnHostNameTest {

    /** Looks up the machine's own name as Payara Micro does. */
    public static final class Description {
        public static InetAddress address() throws Exception {
            return InetAddress.getLocalHost();
        }
    }

    @Test
    void theChangedClassAsksForTheLoopbackAddress() throws Exception {
        byte[] changed = OwnHostName.withoutLookup(OwnHostName.CLASS, bytes());
        Class<?> loaded =
                new ClassLoader(null) {
                    Class<?> define() {
                        return defineClass(Description.class.getName(), changed, 0, changed.length);
                    }
                }.define();
        assertThat(loaded.getMethod("address").invoke(null))
                .isEqualTo(InetAddress.getLoopbackAddress());
        assertThat(new String(changed, "ISO-8859-1")).doesNotContain("getLocalHost");
    }

    @Test
    void otherClassesStayAsTheyAre() throws Exception {
        byte[] content = bytes();
        assertThat(OwnHostName.withoutLookup("p/Other.class", content)).isSameAs(content);
        byte[] without = {1, 2, 3};
        assertThat(OwnHostName.withoutLookup(OwnHostName.CLASS, without)).isSameAs(without);
    }

    private static byte[] bytes() throws Exception {
        try (InputStream file =
                OwnHostNameTest.class.getResourceAsStream("OwnHostNameTest$Description.class")) {
            return file.readAllBytes();
        }
    }
}
