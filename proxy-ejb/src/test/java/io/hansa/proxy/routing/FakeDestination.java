package io.hansa.proxy.routing;

import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Somewhere to go that answers as told and remembers what it was asked. */
public final class FakeDestination implements Destination {
    private final String name;
    private final int weight;
    private final Workload workload = new Workload();
    private Function<OutboundRequest, Answer> answering = outbound -> answer("done");
    private FailureAttribution attribution = FailureAttribution.BROKEN;
    private int asked;
    private boolean restless;

    public FakeDestination(String name) {
        this(name, 1);
    }

    public FakeDestination(String name, int weight) {
        this.name = name;
        this.weight = weight;
    }

    /** That many alike: {@code d0}, {@code d1} … */
    static List<Destination> many(int many) {
        return weighted(Collections.nCopies(many, 1));
    }

    /** One with each of these weights: {@code d0}, {@code d1} … */
    static List<Destination> weighted(List<Integer> weights) {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> (Destination) new FakeDestination("d" + i, weights.get(i)))
                .toList();
    }

    public FakeDestination answering(Function<OutboundRequest, Answer> how) {
        answering = how;
        return this;
    }

    public FakeDestination blamed(FailureAttribution how) {
        attribution = how;
        return this;
    }

    /** That many requests are in flight there. */
    public FakeDestination busy(int requests) {
        for (int i = 0; i < requests; i++) {
            workload.begin();
        }
        return this;
    }

    /** From now on its load changes with every reading. */
    public FakeDestination restless() {
        restless = true;
        return this;
    }

    public Answer answer(String text) {
        return new Answer(
                text.getBytes(StandardCharsets.UTF_8),
                "text/plain",
                "shop-a/" + name,
                List.of("shop-a"),
                null);
    }

    public int asked() {
        return asked;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String proxy() {
        return "shop-a";
    }

    @Override
    public boolean takesWork() {
        return true;
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public double share() {
        if (restless && ThreadLocalRandom.current().nextBoolean()) {
            workload.begin();
        } else if (restless) {
            workload.end(0);
        }
        return weight;
    }

    @Override
    public FailureAttribution attribution(Failure failure) {
        return attribution;
    }

    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
        return Deferred.answer(
                () -> {
                    asked++;
                    return answering.apply(outbound);
                });
    }

    @Override
    public String toString() {
        return name;
    }
}
