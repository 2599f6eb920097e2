package io.hansa.web.access;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecord.Action;
import io.hansa.proxy.audit.AuditRecord.Result;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.authentication.Source;
import io.hansa.proxy.document.PrintableText;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.listener.IngressResolver;
import io.hansa.web.problem.RefusalListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;

/**
 * Records refused calls of the administration. A refused write is recorded for any reason, a
 * refused read only if the caller had no right to it. Safe for many threads.
 */
@Dependent
public class RecordedRefusals implements RefusalListener {
    /** The request attribute that marks a call of the administration. */
    static final String ADMINISTRATION = RecordedRefusals.class.getName();

    /** The request attribute that holds the name of the authenticated account. */
    static final String ACCOUNT = ADMINISTRATION + ".account";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<Integer> WITHOUT_RIGHT = Set.of(401, 403, 429);
    private static final int MAX_KIND = 40;
    private static final int MAX_KEY = 100;
    private static final int MAX_TEXT = 300;

    private final AuditQueue queue;
    private final IngressResolver ingress;
    private final Clock clock;

    @Inject
    RecordedRefusals(AuditQueue queue, IngressResolver ingress, Clock clock) {
        this.queue = queue;
        this.ingress = ingress;
        this.clock = clock;
    }

    @Override
    public void refused(HttpServletRequest request, Failure failure, String traceId) {
        if (!isRecorded(request, failure)) {
            return;
        }
        String source = source(request).address();
        if (request.getAttribute(ACCOUNT) instanceof String account) {
            queue.add(record(request, failure, account), source, traceId);
        } else {
            queue.addUnauthenticated(record(request, failure, claimed(request)), source, traceId);
        }
    }

    /** The sender's address, also of a request over a listener that is not configured. */
    Source source(HttpServletRequest request) {
        RequestSignIn known = RequestSignIn.of(request);
        if (known != null) {
            return known.shown().arrival().source();
        }
        try {
            return ingress.of(request).source();
        } catch (Failure unknownListener) {
            return Source.of(request.getRemoteAddr());
        }
    }

    private static boolean isRecorded(HttpServletRequest request, Failure failure) {
        return AdministrationAddress.isOne(request)
                && (!READS.contains(request.getMethod())
                        || WITHOUT_RIGHT.contains(failure.code().status())
                        || request.getAttribute(ExtranetGate.PEER) != null);
    }

    private AuditRecord record(HttpServletRequest request, Failure failure, String who) {
        AdministrationAddress address = AdministrationAddress.of(request);
        JsonObject details =
                JSON.createObjectBuilder()
                        .add("method", PrintableText.of(request.getMethod(), MAX_KIND))
                        .add("path", PrintableText.of(request.getRequestURI(), MAX_TEXT))
                        .add("status", failure.code().status())
                        .add(
                                "detail",
                                PrintableText.of(String.valueOf(failure.getMessage()), MAX_TEXT))
                        .build();
        return AuditRecord.ofCall(
                clock.instant(),
                who,
                Action.REFUSED,
                PrintableText.of(address.kind(), MAX_KIND),
                PrintableText.of(address.key(), MAX_KEY),
                new Result(failure.code().code(), details));
    }

    private static String claimed(HttpServletRequest request) {
        RequestSignIn known = RequestSignIn.of(request);
        SignIn shown = known == null ? null : known.shown();
        return shown == null ? "" : shown.claimedAccount();
    }
}
