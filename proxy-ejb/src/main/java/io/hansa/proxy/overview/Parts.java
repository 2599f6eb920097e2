package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Joins what the nodes told. The first part is of the node that answers. */
final class Parts {
    private final List<ToldStatus> counted = new ArrayList<>();
    private final List<ToldStatus> silent = new ArrayList<>();

    /**
     * @param others a node that was started again is shown as it is now, not as it was
     */
    Parts(ToldStatus here, List<ToldStatus> others) {
        counted.add(here);
        others.stream().filter(ToldStatus::counted).forEach(counted::add);
        Set<String> names = names();
        others.stream()
                .filter(other -> !other.counted() && !names.contains(other.node()))
                .forEach(silent::add);
    }

    FoundByNodes findings() {
        FoundByNodes findings = new FoundByNodes();
        counted.forEach(part -> findings.add(part.node(), part.status().findings()));
        return findings;
    }

    boolean haveMoreFindings() {
        return counted.stream().anyMatch(part -> part.status().moreFindings());
    }

    TrafficFigures traffic() {
        return TrafficFigures.of(counted.stream().map(part -> part.status().traffic()).toList());
    }

    JsonArrayBuilder openBreakers() {
        Set<String> open = new TreeSet<>();
        counted.forEach(part -> open.addAll(part.status().openBreakers()));
        return JSON.createArrayBuilder(open);
    }

    JsonArrayBuilder certificates() {
        Map<CertificateEnd, JsonArrayBuilder> ends = new LinkedHashMap<>();
        for (ToldStatus part : counted) {
            part.status()
                    .certificates()
                    .forEach(
                            end ->
                                    ends.computeIfAbsent(end, first -> JSON.createArrayBuilder())
                                            .add(part.node()));
        }
        JsonArrayBuilder json = JSON.createArrayBuilder();
        ends.forEach((end, nodes) -> json.add(end.json().add("nodes", nodes)));
        return json;
    }

    /**
     * @param running other nodes, also those that have not told a status yet
     */
    JsonArrayBuilder nodes(List<String> running) {
        JsonArrayBuilder nodes = JSON.createArrayBuilder();
        counted.forEach(part -> nodes.add(part.json()));
        silent.forEach(part -> nodes.add(part.json()));
        Set<String> names = names();
        silent.forEach(part -> names.add(part.node()));
        running.stream().filter(names::add).forEach(node -> nodes.add(untold(node)));
        return nodes;
    }

    private static JsonObjectBuilder untold(String node) {
        return JSON.createObjectBuilder()
                .add("node", node)
                .add("ageMillis", JsonValue.NULL)
                .add("counted", false);
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        counted.forEach(part -> names.add(part.node()));
        return names;
    }
}
