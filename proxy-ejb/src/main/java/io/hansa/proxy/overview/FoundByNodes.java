package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.overview.Finding.Severity;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Findings of several nodes: the same finding once, with the nodes that have it. */
final class FoundByNodes {
    private static final int MAX = 100;

    /**
     * @param first its text is shown
     * @param since the earliest; null where none is known
     */
    private record Found(Finding first, Instant since, TreeSet<String> nodes) {}

    private final Map<String, Found> all = new LinkedHashMap<>();

    /** Findings of a node that other nodes may have, too. */
    void add(String node, Collection<Finding> findings) {
        findings.forEach(finding -> add(finding.identity(), node, finding));
    }

    /** Findings that only this node has, each about something else. */
    void addOwn(String node, Collection<Finding> findings) {
        findings.forEach(finding -> add(finding.identity() + " " + finding.text(), node, finding));
    }

    private void add(String identity, String node, Finding finding) {
        Found known = all.get(identity);
        Found found =
                known == null
                        ? new Found(finding, finding.since(), new TreeSet<>())
                        : new Found(
                                known.first(),
                                earlier(known.since(), finding.since()),
                                known.nodes());
        found.nodes().add(node);
        all.put(identity, found);
    }

    boolean onlyInformation() {
        return all.values().stream().allMatch(one -> one.first().severity() == Severity.INFO);
    }

    boolean hasMore() {
        return all.size() > MAX;
    }

    /** The first {@value #MAX}, worst first. */
    JsonArrayBuilder json() {
        List<Found> sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparing(one -> one.first().severity()));
        JsonArrayBuilder json = JSON.createArrayBuilder();
        sorted.stream().limit(MAX).forEach(found -> json.add(json(found)));
        return json;
    }

    private static JsonObjectBuilder json(Found found) {
        return JSON.createObjectBuilder(found.first().since(found.since()).json())
                .add("nodes", JSON.createArrayBuilder(found.nodes()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
