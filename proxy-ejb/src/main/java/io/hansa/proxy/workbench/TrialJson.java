package io.hansa.proxy.workbench;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.RecordedExchange;
import io.hansa.connector.RecordedExchange.Side;
import io.hansa.connector.RecordedExchange.Step;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerTrial;
import io.hansa.proxy.routing.Answer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Shows an exchange with a server, step by step. */
final class TrialJson {
    private final BusinessServer server;
    private final BytesJson wire;
    private final BytesJson data = new BytesJson(null, RecordedExchange.MAX_BYTES);

    TrialJson(BusinessServer server) {
        this.server = server;
        this.wire = new BytesJson(server.target().charset(), RecordedExchange.MAX_BYTES);
    }

    JsonObject print(ServerTrial trial) {
        RecordedExchange recorded = trial.recorded();
        JsonArrayBuilder steps = JSON.createArrayBuilder();
        recorded.steps().forEach(step -> steps.add(print(step)));
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("server", server.id())
                        .add("endpoint", server.target().endpoint().toString())
                        .add("outcome", trial.failure() == null ? "REPLY" : "FAILED")
                        .add("steps", steps)
                        .add("sent", print(recorded.sent()))
                        .add("received", print(recorded.received()));
        return (trial.failure() == null ? add(json, trial.answer()) : add(json, trial.failure()))
                .build();
    }

    private static JsonObjectBuilder print(Step step) {
        return JSON.createObjectBuilder()
                .add("event", step.event().name())
                .add("micros", step.micros())
                .add("bytes", step.bytes())
                .add("detail", orNull(step.detail()));
    }

    private JsonObjectBuilder print(Side side) {
        JsonObjectBuilder json = wire.print(side.first(), side.count());
        if (server.target().http()) {
            return json;
        }
        return new FramesJson(
                        server.target().framing(),
                        server.target().charset(),
                        server.target().maxReplyBytes())
                .add(json, side.first());
    }

    private JsonObjectBuilder add(JsonObjectBuilder json, Answer answer) {
        return json.add(
                        "reply",
                        data.print(answer.data())
                                .add("status", answer.head().status())
                                .add("contentType", orNull(answer.contentType())))
                .add("assistance", print(answer.assistance()));
    }

    private JsonValue print(Assistance asked) {
        return asked == null
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("capability", asked.capability())
                        .add("contentType", orNull(asked.contentType()))
                        .add("data", data.print(asked.data()))
                        .build();
    }

    private static JsonObjectBuilder add(JsonObjectBuilder json, Failure failure) {
        return json.add("code", failure.code().code())
                .add("effect", failure.effect().name())
                .add("detail", failure.getMessage());
    }

    private static JsonValue orNull(String text) {
        return text == null ? JsonValue.NULL : JSON.createValue(text);
    }
}
