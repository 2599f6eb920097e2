package io.hansa.proxy.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of the chain's ends. Only {@link AuditChain} uses it. */
@Entity(name = "AuditChain")
@Table(name = "audit_chain")
class ChainRow {
    @Id private Integer id;

    @Column(name = "last_sequence")
    private long lastSequence;

    @Column(name = "last_hash")
    private String lastHash;

    @Column(name = "anchor_sequence")
    private long anchorSequence;

    @Column(name = "anchor_hash")
    private String anchorHash;

    ChainEnds ends() {
        return new ChainEnds(
                new ChainEnds.Place(anchorSequence, anchorHash),
                new ChainEnds.Place(lastSequence, lastHash));
    }

    /** Puts the record at the chain's end. */
    void link(AuditRow row) {
        lastHash = row.link(lastSequence + 1, lastHash);
        lastSequence++;
    }

    void anchor(ChainEnds.Place removed) {
        anchorSequence = removed.sequence();
        anchorHash = removed.hash();
    }
}
