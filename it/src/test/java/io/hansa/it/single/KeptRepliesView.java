package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * One caller's idempotency keys take a bounded part of the registry's database, and nothing that
 * may run once runs twice.
 */
interface KeptRepliesView extends SeenProxy {
    /** One more than fit into {@code hansa.idempotency.max-caller-mebibytes}. */
    int MORE_THAN_FIT = 65;

    @Test
    default void replyBeyondTheQuotaIsNotKept() throws Exception {
        Credentials caller = Credentials.basic("single.keeper", "the keeper's password");
        byte[] data = new byte[1 << 20];
        proxy().administration()
                .put("/accounts/single.keeper", Specimen.caller("the keeper's password"))
                .status(201);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.kept", server)) {
            offer.permit("account:single.keeper");
            Credentials token = Credentials.bearer(proxy().token(caller));
            for (int key = 1; key <= MORE_THAN_FIT; key++) {
                if (key % 16 == 0) {
                    token = Credentials.bearer(proxy().token(caller));
                }
                call(token, key, data).ok();
            }
            assertThat(call(token, 1, data).ok().bytes()).isEqualTo(data);
            call(token, MORE_THAN_FIT, data).problem(409, "reply-not-kept");
            assertThat(server.requests()).isEqualTo(MORE_THAN_FIT);
        } finally {
            proxy().administration().deleteAll("/accounts/single.keeper");
        }
    }

    private Reply call(Credentials as, int key, byte[] data) throws IOException {
        return proxy().call("single.kept")
                .as(as)
                .bytes(data)
                .header("Idempotency-Key", "key-" + key)
                .send();
    }
}
