package io.hansa.proxy.listing;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * The place in a list just behind an item: what the list is sorted by there, and the item's key.
 * Callers give it back unread.
 */
public record Position(String sort, String value, String key) {
    private static final int MAX_LENGTH = 4000;

    /** The text in {@code next} and {@code after}. */
    public String text() {
        String json =
                JSON.createObjectBuilder()
                        .add("s", sort)
                        .add("v", value)
                        .add("k", key)
                        .build()
                        .toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The value as a time.
     *
     * @throws Failure REQUEST_INVALID if it is none
     */
    public Instant time() {
        try {
            return Instant.parse(value);
        } catch (DateTimeException notOurs) {
            throw wrong();
        }
    }

    /**
     * @param sort of the list that is asked for
     * @throws Failure REQUEST_INVALID if the text is no position in a list of that sort
     */
    static Position parse(String text, String sort) {
        try {
            if (text.length() <= MAX_LENGTH) {
                JsonObject json = JsonText.object(Base64.getUrlDecoder().decode(text));
                Position position =
                        new Position(json.getString("s"), json.getString("v"), json.getString("k"));
                if (position.sort.equals(sort)) {
                    return position;
                }
            }
        } catch (RuntimeException notOurs) {
            throw wrong();
        }
        throw wrong();
    }

    private static Failure wrong() {
        return Failure.of(
                ErrorCode.REQUEST_INVALID,
                "after is not a position in this list; give the member next of the page before, with the same sort.");
    }
}
