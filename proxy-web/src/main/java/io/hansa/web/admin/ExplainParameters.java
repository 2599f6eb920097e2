package io.hansa.web.admin;

import io.hansa.proxy.administration.ExplainQuestion;
import jakarta.ws.rs.QueryParam;

/** The query parameters of a question for an explanation. */
public class ExplainParameters {
    @QueryParam("subject")
    private String subject;

    @QueryParam("capability")
    private String capability;

    @QueryParam("peer")
    private String peer;

    @QueryParam("server")
    private String server;

    @QueryParam("at")
    private String at;

    /**
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID
     */
    ExplainQuestion question() {
        return ExplainQuestion.parse(subject, capability, peer, server, at);
    }
}
