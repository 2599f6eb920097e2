package io.hansa.proxy.load;

import io.hansa.proxy.protection.NodeAdmission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The load of this node and of all nodes of the proxy together, from memory. Safe for many threads.
 */
public final class ProxyLoad {
    /**
     * @param at of {@link #nanoTime}
     */
    private record Heard(List<NodeLoad> others, long at) {}

    private final String name;
    private final NodeAdmission node;
    private final LongSupplier nanoTime;
    private volatile Heard heard = new Heard(List.of(), 0);

    /**
     * @param name of this node
     * @param nanoTime such as {@link System#nanoTime}
     */
    public ProxyLoad(String name, NodeAdmission node, LongSupplier nanoTime) {
        this.name = name;
        this.node = node;
        this.nanoTime = nanoTime;
    }

    /**
     * Of this node and all others whose figures are current. A node that is stopping says that it
     * accepts nothing, also while other nodes accept work, because the caller that asked it would
     * send its work to it.
     */
    public LoadFigures now() {
        List<NodeLoad> counted = new ArrayList<>();
        counted.add(here());
        others().stream().filter(NodeLoad::current).forEach(counted::add);
        LoadFigures figures = LoadFigures.of(counted);
        return node.draining() ? figures.notAccepting() : figures;
    }

    /** Of this node alone, as it is now. */
    public NodeLoad here() {
        return new NodeLoad(
                name,
                node.smoothedLoad(),
                node.capacity(),
                node.threshold(),
                node.accepting(),
                node.loadAgeMillis());
    }

    /** What the other nodes last said, also those that have been silent since. */
    public List<NodeLoad> others() {
        Heard last = heard;
        long since = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - last.at());
        return last.others().stream().map(other -> other.after(since)).toList();
    }

    /** What a node said before it was started again is left out. */
    void heard(List<NodeLoad> others) {
        Set<String> current = new HashSet<>();
        current.add(name);
        others.stream().filter(NodeLoad::current).forEach(other -> current.add(other.node()));
        List<NodeLoad> known =
                others.stream()
                        .filter(other -> other.current() || !current.contains(other.node()))
                        .toList();
        heard = new Heard(known, nanoTime.getAsLong());
    }
}
