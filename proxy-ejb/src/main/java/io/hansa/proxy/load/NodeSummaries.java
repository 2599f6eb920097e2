package io.hansa.proxy.load;

import java.util.List;

/**
 * What nodes tell each other beside their loads. Called by one thread at a time, about every five
 * seconds while there are other nodes.
 */
public interface NodeSummaries {
    /** The length of a summary in UTF-8; of its column, too, in characters. */
    int MAX_BYTES = 32_768;

    /** Of so many other nodes summaries are read. */
    int MAX_OTHERS = 63;

    /** The summary of this node: a JSON object of at most {@value #MAX_BYTES} bytes. */
    String here();

    /** Takes what all other nodes last said. */
    void heard(List<NodeSummary> others);
}
