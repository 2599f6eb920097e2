package io.hansa.launcher.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.proxy.FakeProxy;
import io.hansa.launcher.remote.ExitStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final FakeProxy proxy;
    private final Context context;

    SignInTest() throws IOException {
        proxy = new FakeProxy();
        context = Context.of(proxy.address(), "shop", "env:SHOP");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void tokenIsKeptWithItsEnd() throws Exception {
        proxy.answers("/api/v1/token", 200, "{\"access_token\":\"a.b.c\",\"expires_in\":600}");
        Context signedIn = context.signIn("secret");

        assertThat(signedIn.token()).isEqualTo("a.b.c");
        assertThat(signedIn.expiresAt())
                .isBetween(Instant.now().plusSeconds(590), Instant.now().plusSeconds(601));
        assertThat(signedIn.password()).isEqualTo("env:SHOP");
        assertThat(signedIn.toString()).doesNotContain("secret");
    }

    @Test
    void wrongPasswordIsARefusal() {
        proxy.answers(
                "/api/v1/token",
                401,
                "{\"detail\":\"the password is wrong\",\"code\":\"authentication-failed\"}",
                Map.of("Content-Type", "application/problem+json"));

        assertThatThrownBy(() -> context.signIn("secret"))
                .hasMessage("the password is wrong (authentication-failed)")
                .extracting("status")
                .isEqualTo(ExitStatus.REFUSED);
    }
}
