package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.administration.WriteOptions;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.access.Query;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.QueryParam;

/** The query parameters of every write. */
public class WriteParameters {
    private static final int MAX_REASON = 500;

    @QueryParam("dryRun")
    private String dryRun;

    @QueryParam("reason")
    private String reason;

    boolean isDryRun() {
        return Query.flag("dryRun", dryRun);
    }

    /** By the account that asks. */
    WriteOptions options(HttpServletRequest http) {
        if (reason != null && reason.length() > MAX_REASON) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "reason is %d characters long; give at most %d."
                            .formatted(reason.length(), MAX_REASON));
        }
        return new WriteOptions(Administrator.of(http), reason, isDryRun());
    }
}
