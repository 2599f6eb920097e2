package io.hansa.proxy.audit;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.audit.ChainEnds.Place;
import io.hansa.proxy.audit.ChainFault.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Checks the whole chain, some records at a time: memory does not grow with the chain. Records that
 * are added meanwhile are not checked.
 */
@Dependent
public class VerifyAudit {
    private static final int STRETCH = 200;

    private final ReadChain chain;

    @Inject
    VerifyAudit(ReadChain chain) {
        this.chain = chain;
    }

    /**
     * @param notedSequence the number of a record whose hash the auditor noted before; 0: none
     * @param notedHash its hash
     * @return {@code whole}, and {@code break} where it is not
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject verify(long notedSequence, String notedHash) {
        ChainEnds ends = chain.ends();
        ChainCheck check = new ChainCheck(ends.anchor());
        ChainFault fault = anchorFault(ends.anchor());
        if (fault == null) {
            fault = records(check, ends, new Place(notedSequence, notedHash));
        }
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("whole", fault == null)
                        .add("checked", check.checked())
                        .add("first", ends.anchor().sequence() + 1)
                        .add("last", ends.last().sequence())
                        .add("hash", ends.last().hash())
                        .add("unchained", chain.unchained());
        return json.add("break", fault == null ? JsonValue.NULL : fault.json()).build();
    }

    private ChainFault anchorFault(Place anchor) {
        Place recorded = chain.recordedAnchor();
        boolean same = recorded == null ? anchor.sequence() == 0 : recorded.equals(anchor);
        // The removal may be newer than the ends that were read.
        if (same || chain.ends().anchor().equals(recorded)) {
            return null;
        }
        return new ChainFault(
                anchor.sequence(),
                Kind.ANCHOR_CHANGED,
                "The records up to %d are gone, but no record states that retention removed them."
                        .formatted(anchor.sequence()));
    }

    private ChainFault records(ChainCheck check, ChainEnds ends, Place noted) {
        long last = ends.last().sequence();
        while (check.last().sequence() < last) {
            ReadChain.Stretch stretch = chain.after(check.last().sequence(), STRETCH);
            Place anchor = stretch.ends().anchor();
            if (anchor.sequence() > check.last().sequence() && !follows(check, stretch)) {
                check.skipTo(anchor);
                continue;
            }
            if (stretch.records().isEmpty()) {
                return missing(check.last().sequence() + 1, last);
            }
            for (ChainedRecord record : stretch.records()) {
                if (record.sequence() > last && check.last().sequence() == last) {
                    break;
                }
                ChainFault fault = fault(check, record, noted);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return endFault(check, ends, noted);
    }

    private static boolean follows(ChainCheck check, ReadChain.Stretch stretch) {
        return !stretch.records().isEmpty()
                && stretch.records().get(0).sequence() == check.last().sequence() + 1;
    }

    private static ChainFault fault(ChainCheck check, ChainedRecord record, Place noted) {
        ChainFault fault = check.check(record);
        if (fault == null
                && record.sequence() == noted.sequence()
                && !record.hash().equalsIgnoreCase(noted.hash())) {
            return rewritten(noted.sequence());
        }
        return fault;
    }

    private ChainFault endFault(ChainCheck check, ChainEnds ends, Place noted) {
        if (check.last().sequence() == ends.last().sequence()
                && !check.last().equals(ends.last())) {
            return new ChainFault(
                    ends.last().sequence(),
                    Kind.END_CHANGED,
                    "Record %d does not have the hash that audit_chain names as the last."
                            .formatted(ends.last().sequence()));
        }
        long newest = chain.newest();
        long last = chain.ends().last().sequence();
        if (newest > last) {
            return new ChainFault(
                    last + 1,
                    Kind.END_CHANGED,
                    "There are records up to %d, but audit_chain names %d as the last."
                            .formatted(newest, last));
        }
        if (noted.sequence() > last) {
            return missing(last + 1, noted.sequence());
        }
        return null;
    }

    private static ChainFault missing(long from, long through) {
        return new ChainFault(
                from,
                Kind.MISSING,
                from == through
                        ? "The newest record, %d, is missing.".formatted(from)
                        : "The newest records, %d to %d, are missing.".formatted(from, through));
    }

    private static ChainFault rewritten(long sequence) {
        return new ChainFault(
                sequence,
                Kind.REWRITTEN,
                "Record %d does not have the hash that was noted: the chain was written anew."
                        .formatted(sequence));
    }
}
