package io.hansa.proxy.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a proxy says of itself.
 *
 * @param load work in flight over all nodes ÷ their capacity
 * @param threshold the load at which all nodes together are full
 * @param accepting whether any of them takes new work
 * @param ageMillis how old the oldest of the nodes' figures is
 * @param nodes how many nodes that is
 */
public record LoadFigures(
        double load, double threshold, boolean accepting, long ageMillis, int nodes) {
    /**
     * @param nodes at least one
     */
    static LoadFigures of(List<NodeLoad> nodes) {
        return new LoadFigures(
                mean(nodes, NodeLoad::load),
                mean(nodes, NodeLoad::threshold),
                nodes.stream().anyMatch(NodeLoad::accepting),
                nodes.stream().mapToLong(NodeLoad::ageMillis).max().orElseThrow(),
                nodes.size());
    }

    LoadFigures notAccepting() {
        return new LoadFigures(load, threshold, false, ageMillis, nodes);
    }

    /**
     * By capacity; from the first node's figure on, so that what is the same everywhere stays
     * exact.
     */
    private static double mean(List<NodeLoad> nodes, ToDoubleFunction<NodeLoad> figure) {
        double first = figure.applyAsDouble(nodes.get(0));
        double beyond = 0;
        double capacity = 0;
        for (NodeLoad node : nodes) {
            beyond += (figure.applyAsDouble(node) - first) * node.capacity();
            capacity += node.capacity();
        }
        return first + beyond / capacity;
    }
}
