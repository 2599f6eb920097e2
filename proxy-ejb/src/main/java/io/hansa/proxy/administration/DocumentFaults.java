package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the items of a document, at most the first twenty. */
final class DocumentFaults {
    private static final int MAX_KEPT = 20;
    private static final String FAULTS = "faults";
    private static final String MEMBER = "member";

    private final List<JsonObject> kept = new ArrayList<>();
    private final StringBuilder detail = new StringBuilder();
    private int refused;

    /**
     * @param place of the item in the document, as a JSON pointer
     */
    void add(String place, Failure failure) {
        refused++;
        if (kept.size() >= MAX_KEPT) {
            return;
        }
        detail.append(detail.isEmpty() ? "" : " ")
                .append(place)
                .append(": ")
                .append(failure.getMessage());
        if (failure.extensions().get(FAULTS) instanceof List<?> faults) {
            for (Object fault : faults) {
                JsonObject json = (JsonObject) fault;
                kept.add(
                        JSON.createObjectBuilder(json)
                                .add(MEMBER, place + json.getString(MEMBER, ""))
                                .build());
            }
        } else {
            kept.add(
                    JSON.createObjectBuilder()
                            .add(MEMBER, place)
                            .add("message", failure.getMessage())
                            .build());
        }
    }

    /**
     * @throws Failure REQUEST_INVALID that names the faults
     */
    void requireNone() {
        if (refused > 0) {
            throw Failure.of(
                            ErrorCode.REQUEST_INVALID,
                            "%s (%s refused; nothing was changed.)"
                                    .formatted(
                                            detail,
                                            refused == 1 ? "1 item is" : refused + " items are"))
                    .with(FAULTS, List.copyOf(kept.subList(0, Math.min(MAX_KEPT, kept.size()))));
        }
    }
}
