package io.hansa.launcher.inspect;

import io.hansa.launcher.output.Cells;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A trace as a tree: each request below the one that asked for it, with its steps. */
final class TraceDrawing {
    private static final double MICROS = 1000;

    private final List<JsonObject> requests;
    private final StringBuilder text = new StringBuilder();

    private TraceDrawing(List<JsonObject> requests) {
        this.requests = requests;
    }

    static String of(JsonObject trace) {
        JsonArray requests = trace.getJsonArray("requests");
        TraceDrawing drawing = new TraceDrawing(requests.getValuesAs(JsonObject.class));
        drawing.text.append("trace %s%n".formatted(Cells.of(trace, "traceId")));
        drawing.roots().forEach(root -> drawing.draw(root, ""));
        return drawing.text.toString();
    }

    static String millis(JsonObject timed) {
        double millis = timed.getJsonNumber("durationMicros").longValue() / MICROS;
        return String.format(Locale.ROOT, "%.1f", millis);
    }

    /** Those whose parent this proxy does not know. */
    private List<JsonObject> roots() {
        Set<String> known =
                requests.stream().map(one -> Cells.of(one, "spanId")).collect(Collectors.toSet());
        return requests.stream().filter(one -> !known.contains(Cells.of(one, "parentId"))).toList();
    }

    private void draw(JsonObject request, String indent) {
        String code = Cells.of(request, "code");
        String server = Cells.of(request, "server");
        text.append(
                "%s%s %s %s %s ms%s%n"
                        .formatted(
                                indent,
                                Cells.of(request, "proxy"),
                                Cells.of(request, "capability"),
                                code.isEmpty() ? Cells.of(request, "status") : code,
                                millis(request),
                                server.isEmpty() ? "" : " by " + server));
        if (request.containsKey("steps")) {
            request.getJsonArray("steps")
                    .getValuesAs(JsonObject.class)
                    .forEach(step -> drawStep(step, indent + "  "));
        }
        String id = Cells.of(request, "spanId");
        requests.stream()
                .filter(one -> Cells.of(one, "parentId").equals(id))
                .forEach(child -> draw(child, indent + "  "));
    }

    private void drawStep(JsonObject step, String indent) {
        String note = Cells.of(step, "note");
        text.append(
                "%s%s- %s %s ms%s%n"
                        .formatted(
                                indent,
                                "  ".repeat(step.getInt("depth", 0)),
                                Cells.of(step, "step"),
                                millis(step),
                                note.isEmpty() ? "" : ": " + note));
    }
}
