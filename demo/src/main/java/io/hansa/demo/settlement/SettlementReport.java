package io.hansa.demo.settlement;

import io.hansa.launcher.proxy.ServiceReply;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A settlement's outcome for the terminal. */
public final class SettlementReport {

    private SettlementReport() {}

    public static List<String> lines(
            Settlement settlement, ServiceReply reply, List<JsonObject> traces) {
        List<String> lines = new ArrayList<>();
        lines.add("Settlement: " + settlement.title());
        block(lines, "request", settlement.request());
        block(lines, "result", reply.body());
        lines.add("  status   " + reply.status() + " " + reply.contentType());
        lines.add("  path     " + String.join(",", reply.path()));
        lines.add("  server   " + reply.server());
        lines.add("  trace    " + reply.traceId());
        TraceTree.lines(traces).forEach(line -> lines.add("    " + line));
        settlement.faults(reply).forEach(fault -> lines.add("  WRONG    " + fault));
        return lines;
    }

    private static void block(List<String> lines, String name, String text) {
        String label = name;
        for (String line : text.strip().lines().toList()) {
            lines.add(String.format("  %-8s %s", label, line));
            label = "";
        }
    }
}
