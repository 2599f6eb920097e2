package io.hansa.demo.settlement;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** What one proxy did for the request, as its trace tells. */
record Branch(JsonObject record) {

    String spanId() {
        return record.getString("spanId", "");
    }

    String parentId() {
        return record.getString("parentId", "");
    }

    String proxy() {
        return record.getString("proxy", "?");
    }

    String capability() {
        return record.getString("capability", "?");
    }

    String startedAt() {
        return record.getString("startedAt", "");
    }

    int status() {
        return record.getInt("status", 0);
    }

    long micros() {
        return record.getJsonNumber("durationMicros").longValue();
    }

    List<Step> steps() {
        return record.getJsonArray("steps").stream()
                .map(JsonValue::asJsonObject)
                .map(Step::new)
                .toList();
    }

    /** One step of a branch. */
    record Step(JsonObject json) {

        String name() {
            return json.getString("step", "?");
        }

        String capability() {
            return json.getString("capability", "");
        }

        String note() {
            return json.getString("note", "");
        }

        int depth() {
            return json.getInt("depth", 0);
        }

        long micros() {
            return json.getJsonNumber("durationMicros").longValue();
        }
    }
}
