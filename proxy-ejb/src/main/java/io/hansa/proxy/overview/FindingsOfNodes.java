package io.hansa.proxy.overview;

import io.hansa.proxy.load.LoadFigures;
import io.hansa.proxy.load.NodeLoad;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.overview.Finding.Severity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for nodes that are not as they should be. The other nodes are not told what is found: each
 * sees it for itself.
 */
@Dependent
class FindingsOfNodes {
    private static final String LINK = "/api/v1/admin/nodes";

    private final ProxyLoad load;

    @Inject
    FindingsOfNodes(ProxyLoad load) {
        this.load = load;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        addLoad(all);
        return all;
    }

    private void addLoad(List<Finding> all) {
        LoadFigures now = load.now();
        if (!now.accepting()) {
            all.add(
                    new Finding(
                            Severity.ERROR,
                            "not-accepting",
                            "The proxy takes no new work: its load is %.2f of %.2f, or its nodes drain."
                                    .formatted(now.load(), now.threshold()),
                            "Add a node, or look what makes servers slow.",
                            null,
                            LINK));
        }
        for (NodeLoad node : load.others()) {
            if (!node.current()) {
                all.add(
                        new Finding(
                                Severity.WARNING,
                                "node-silent",
                                "Node %s has said nothing for %d seconds."
                                        .formatted(node.node(), node.ageMillis() / 1000),
                                "Look whether it runs and reaches the database.",
                                null,
                                LINK));
            }
        }
    }
}
