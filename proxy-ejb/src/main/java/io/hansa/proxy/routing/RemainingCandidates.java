package io.hansa.proxy.routing;

import java.util.List;

/**
 * Who is left of the candidates of one choice. As long as all are, nothing is kept about them. For
 * one thread at a time.
 */
final class RemainingCandidates {
    private final List<Destination> all;
    private boolean[] gone;
    private int many;

    RemainingCandidates(List<Destination> all) {
        this.all = all;
        this.many = all.size();
    }

    /** Those who are not remaining, too. */
    int places() {
        return all.size();
    }

    int many() {
        return many;
    }

    boolean has(int place) {
        return gone == null || !gone[place];
    }

    Destination get(int place) {
        return all.get(place);
    }

    /** The place of the first, second … that is remaining, counted from 0. */
    int place(int rank) {
        if (gone == null) {
            return rank;
        }
        int place = -1;
        for (int passed = -1; passed < rank; ) {
            if (has(++place)) {
                passed++;
            }
        }
        return place;
    }

    void remove(int place) {
        if (gone == null) {
            gone = new boolean[all.size()];
        }
        gone[place] = true;
        many--;
    }
}
