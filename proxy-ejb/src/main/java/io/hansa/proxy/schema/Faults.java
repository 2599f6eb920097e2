package io.hansa.proxy.schema;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** Collects faults, of which a bounded number is kept. For one thread. */
final class Faults {
    static final int MAX_KEPT = 20;

    private final List<Fault> kept = new ArrayList<>();
    private int count;

    void add(Fault fault) {
        count++;
        if (kept.size() < MAX_KEPT) {
            kept.add(fault);
        }
    }

    void addAll(Faults others) {
        others.kept.forEach(this::add);
        count += others.count - others.kept.size();
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    List<Fault> kept() {
        return List.copyOf(kept);
    }

    /** Names all faults that were kept, and how many more there are. */
    Failure failure() {
        StringBuilder detail = new StringBuilder();
        for (Fault fault : kept) {
            detail.append(detail.isEmpty() ? "" : " ").append(fault.sentence());
        }
        if (count > kept.size()) {
            detail.append(" And %d more.".formatted(count - kept.size()));
        }
        return Failure.of(ErrorCode.REQUEST_INVALID, detail.toString())
                .with("faults", kept.stream().map(Fault::json).toList());
    }
}
