package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.QueryText;
import io.hansa.proxy.permission.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator wants to have explained.
 *
 * @param path ids of the proxies that pass the request on, the one that asks this proxy first;
 *     empty: the account's own proxy asks
 * @param server null: any server that has the capability
 * @param at null: now
 */
public record ExplainQuestion(
        Subject subject, String capability, List<String> path, String server, Instant at) {
    private static final int MAX_PATH = 16;

    public ExplainQuestion {
        path = List.copyOf(path);
    }

    /**
     * @param peer ids of proxies with commas between them
     * @throws Failure REQUEST_INVALID
     */
    public static ExplainQuestion parse(
            String subject, String capability, String peer, String server, String at) {
        if (subject == null || capability == null) {
            throw invalid(
                    "Ask with ?subject=account:name&capability=name, with &server=id where one is"
                            + " meant, with &peer=id where a peer asks for the account, and with"
                            + " &at=time for another time than now.");
        }
        List<String> path = peer == null ? List.of() : List.of(peer.split(",", MAX_PATH));
        path.forEach(proxy -> Name.check("peer", proxy));
        return new ExplainQuestion(
                subject(subject),
                Name.check("capability", capability),
                path,
                Optional.ofNullable(server).map(id -> Name.check("server", id)).orElse(null),
                time("at", at));
    }

    /** The proxy that asks; null: the account's own. */
    String asking() {
        return path.isEmpty() ? null : path.get(0);
    }

    boolean aboutAccount() {
        return subject.kind() == Subject.Kind.ACCOUNT || subject.peerAccount().isPresent();
    }

    private static Subject subject(String text) {
        try {
            Subject subject = Subject.parse(text);
            subject.peerAccount();
            return subject;
        } catch (IllegalArgumentException malformed) {
            throw invalid(malformed.getMessage());
        }
    }

    /**
     * @param text null: there is none
     */
    static Instant time(String parameter, String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException broken) {
            throw QueryText.wrong(
                    parameter, text, "give a time with its offset, such as 2026-01-31T08:00:00Z");
        }
    }

    private static Failure invalid(String sentence) {
        return Failure.of(ErrorCode.REQUEST_INVALID, sentence);
    }
}
