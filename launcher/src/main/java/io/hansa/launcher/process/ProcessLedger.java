package io.hansa.launcher.process;

import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The file that names the processes of a running demo, the launcher first. */
public record ProcessLedger(Path file) {

    /** Those of the written-down processes that still run; none without a file. */
    public List<ProcessRecord> running() {
        return read().stream().filter(record -> record.running().isPresent()).toList();
    }

    public void write(List<ProcessRecord> records) throws IOException {
        var list = Json.createArrayBuilder();
        records.forEach(record -> list.add(json(record)));
        PrivateFiles.write(
                file, Json.createObjectBuilder().add("processes", list).build().toString());
    }

    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private List<ProcessRecord> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject().getJsonArray("processes").stream()
                    .map(JsonValue::asJsonObject)
                    .map(ProcessLedger::record)
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw new LaunchException(
                    "Look for leftover processes and remove " + file + ", which cannot be read.",
                    e);
        }
    }

    private static JsonObject json(ProcessRecord record) {
        return Json.createObjectBuilder()
                .add("name", record.name())
                .add("pid", record.pid())
                .add("startedAt", record.startedAt().toString())
                .build();
    }

    private static ProcessRecord record(JsonObject json) {
        return new ProcessRecord(
                json.getString("name"),
                json.getJsonNumber("pid").longValueExact(),
                Instant.parse(json.getString("startedAt")));
    }
}
