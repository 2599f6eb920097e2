package io.hansa.proxy.document;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Refuses an administrator's body for one fault. The problem document names it in {@code faults},
 * as it does those that the schemas find.
 */
public final class BodyFault {

    private BodyFault() {}

    /**
     * @param member a JSON Pointer (RFC 6901); empty: the whole body
     * @param sentence what is wrong and the remedy
     */
    public static Failure of(String member, String sentence) {
        JsonObject fault =
                JSON.createObjectBuilder()
                        .add("member", Name.shortened(member))
                        .add("message", sentence)
                        .build();
        return Failure.of(ErrorCode.REQUEST_INVALID, sentence).with("faults", List.of(fault));
    }
}
