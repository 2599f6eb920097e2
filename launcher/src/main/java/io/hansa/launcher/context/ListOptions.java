package io.hansa.launcher.context;

import io.hansa.launcher.remote.Ask;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which items of a list are asked for. */
public final class ListOptions {
    @Option(names = "-q", paramLabel = "TEXT", description = "Only those that contain the text.")
    private String text;

    @Option(
            names = "--filter",
            paramLabel = "NAME=VALUE",
            description = "A filter of the list, such as role=ADMIN; may stand several times.")
    private Map<String, String> filters = new LinkedHashMap<>();

    @Option(names = "--limit", description = "The most items, 1 to 1000; the proxy takes 100.")
    private Integer limit;

    public Ask on(Ask list) {
        return on(list, null);
    }

    /**
     * @param usual the limit where none is given; null: the proxy's
     */
    public Ask on(Ask list, Integer usual) {
        list.query("q", text).query("limit", limit == null ? usual : limit);
        filters.forEach(list::query);
        return list;
    }
}
