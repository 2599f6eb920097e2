package io.hansa.demo.settlement;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trace's parts from all proxies on its path, as one indented tree: each proxy under the step
 * that sent to it, each line with its time.
 */
final class TraceTree {

    private final List<Branch> branches;
    private final Set<Branch> drawn = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private TraceTree(List<Branch> branches) {
        this.branches = branches;
    }

    /** One line of text for each proxy and each step. */
    static List<String> lines(Collection<JsonObject> traces) {
        List<Branch> branches =
                traces.stream()
                        .flatMap(trace -> trace.getJsonArray("requests").stream())
                        .map(JsonValue::asJsonObject)
                        .map(Branch::new)
                        .sorted(Comparator.comparing(Branch::startedAt))
                        .toList();
        TraceTree tree = new TraceTree(branches);
        Set<String> spans = branches.stream().map(Branch::spanId).collect(Collectors.toSet());
        branches.stream()
                .filter(branch -> !spans.contains(branch.parentId()))
                .forEach(root -> tree.draw(root, 0));
        return tree.lines;
    }

    private void draw(Branch branch, int indent) {
        if (!drawn.add(branch)) {
            return;
        }
        line(indent, branch.capability() + " at " + branch.proxy(), branch.micros());
        List<Branch> children =
                branches.stream().filter(b -> b.parentId().equals(branch.spanId())).toList();
        for (Branch.Step step : branch.steps()) {
            int depth = indent + 1 + step.depth();
            String note = step.note().isEmpty() ? "" : " (" + step.note() + ")";
            line(depth, step.name() + note, step.micros());
            if (step.name().equals("send")) {
                children.stream()
                        .filter(child -> child.capability().equals(step.capability()))
                        .forEach(child -> draw(child, depth + 1));
            }
        }
        children.forEach(child -> draw(child, indent + 1));
    }

    private void line(int indent, String text, long micros) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-60s %9.1f ms",
                        "  ".repeat(indent) + text,
                        micros / 1000.0));
    }
}
