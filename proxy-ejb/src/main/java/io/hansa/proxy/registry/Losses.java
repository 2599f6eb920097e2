package io.hansa.proxy.registry;

import io.hansa.proxy.audit.RemovedItems;
import io.hansa.proxy.registry.HeldRevision.Loss;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds what one state of the registry lost against another. Breakers and overrides do not count:
 * they end by themselves.
 */
@Dependent
class Losses {
    /** As for documents that are applied: a fifth of a kind is too much. */
    private static final int SHARE = 5;

    /** Less is no loss, unless it is all that there was. */
    private static final int FEWEST = 2;

    private static final List<Part> PARTS =
            List.of(
                    Part.ACCOUNT,
                    Part.GROUP,
                    Part.CAPABILITY,
                    Part.SERVER,
                    Part.PERMISSION,
                    Part.PEER);

    private final RemovedItems removed;

    @Inject
    Losses(RemovedItems removed) {
        this.removed = removed;
    }

    /** The kinds that lost a fifth or more, apart from items that an audit record says went. */
    List<Loss> unexplained(Registry before, Registry now) {
        List<Loss> losses = new ArrayList<>();
        for (Part part : PARTS) {
            int all = items(before, part).size();
            TreeSet<String> gone = gone(before, now, part);
            if (isMuch(gone.size(), all)) {
                gone.removeAll(removed.among(part.word(), gone));
                if (isMuch(gone.size(), all)) {
                    losses.add(loss(part, all, gone));
                }
            }
        }
        return losses;
    }

    /** All that is gone. */
    List<Loss> all(Registry before, Registry now) {
        List<Loss> losses = new ArrayList<>();
        for (Part part : PARTS) {
            TreeSet<String> gone = gone(before, now, part);
            if (!gone.isEmpty()) {
                losses.add(loss(part, items(before, part).size(), gone));
            }
        }
        return losses;
    }

    /** Whether so few items are stored that the registry in force must be compared with them. */
    boolean suspects(Registry inForce, Map<Part, Long> stored) {
        return PARTS.stream()
                .anyMatch(
                        part -> {
                            int all = items(inForce, part).size();
                            return isMuch((int) (all - stored.getOrDefault(part, 0L)), all);
                        });
    }

    private static boolean isMuch(int gone, int all) {
        return gone > 0 && (gone == all || gone >= FEWEST && gone * SHARE >= all);
    }

    private static TreeSet<String> gone(Registry before, Registry now, Part part) {
        Map<String, ?> had = items(before, part);
        Map<String, ?> has = items(now, part);
        TreeSet<String> gone = new TreeSet<>();
        if (had != has) {
            had.keySet().stream().filter(item -> !has.containsKey(item)).forEach(gone::add);
        }
        return gone;
    }

    private static Loss loss(Part part, int all, TreeSet<String> gone) {
        return new Loss(part, all, gone.size(), gone.stream().limit(Loss.MAX_ITEMS).toList());
    }

    private static Map<String, ?> items(Registry registry, Part part) {
        return switch (part) {
            case ACCOUNT -> registry.accounts();
            case GROUP -> registry.groups();
            case CAPABILITY -> registry.capabilities();
            case SERVER -> registry.servers();
            case PERMISSION -> registry.permissions().byId();
            case PEER -> registry.peers();
            default -> throw new IllegalArgumentException(part.name());
        };
    }
}
