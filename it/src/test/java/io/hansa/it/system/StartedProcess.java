package io.hansa.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process of the worked example as its launcher has written it down. */
record StartedProcess(String name, long pid, Instant startedAt) {
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    /** All that the ledger names. */
    static List<StartedProcess> of(Path ledger) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(ledger))) {
            return reader.readObject().getJsonArray("processes").stream()
                    .map(JsonValue::asJsonObject)
                    .map(StartedProcess::of)
                    .toList();
        }
    }

    /** The process itself while it runs; never another that was given the same pid later. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, start).abs().compareTo(CLOCK_STEP) < 0;
    }

    private static StartedProcess of(JsonObject json) {
        return new StartedProcess(
                json.getString("name"),
                json.getJsonNumber("pid").longValueExact(),
                Instant.parse(json.getString("startedAt")));
    }
}
