package io.hansa.client.testkit;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a fake proxy tells about itself. Immutable. */
record Offering(
        String id,
        double load,
        boolean accepting,
        Map<String, String> replays,
        Map<String, String> vias,
        Map<String, URI> peers) {
    static final double THRESHOLD = 0.9;

    static Offering of(String id) {
        return new Offering(id, 0, true, Map.of(), Map.of(), Map.of());
    }

    Offering withLoad(double now) {
        return new Offering(id, now, accepting, replays, vias, peers);
    }

    Offering withAccepting(boolean now) {
        return new Offering(id, load, now, replays, vias, peers);
    }

    Offering with(String capability, String replay, String via) {
        Map<String, String> more = new TreeMap<>(replays);
        more.put(capability, replay);
        Map<String, String> moreVias = new TreeMap<>(vias);
        moreVias.put(capability, via);
        return new Offering(id, load, accepting, more, moreVias, peers);
    }

    Offering withPeers(Map<String, URI> now) {
        return new Offering(id, load, accepting, replays, vias, now);
    }

    String document() {
        String capabilities =
                replays.entrySet().stream()
                        .map(
                                one ->
                                        "{\"name\":\"%s\",\"priority\":\"NORMAL\",\"replay\":\"%s\",\"via\":\"%s\",\"available\":true}"
                                                .formatted(
                                                        one.getKey(),
                                                        one.getValue(),
                                                        vias.get(one.getKey())))
                        .collect(Collectors.joining(","));
        String named =
                peers.entrySet().stream()
                        .map(
                                one ->
                                        "{\"id\":\"%s\",\"url\":\"%s\"}"
                                                .formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(","));
        return ("{\"proxy\":\"%s\",\"region\":\"test\",\"organization\":\"test\",\"load\":%s,\"threshold\":%s,"
                        + "\"accepting\":%s,\"capabilities\":[%s],\"peers\":[%s],\"loadAgeMillis\":0}")
                .formatted(id, load, THRESHOLD, accepting, capabilities, named);
    }
}
