package io.hansa.web.operation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.web.access.OpenToAll;
import io.hansa.web.access.RequestSignIn;
import io.hansa.web.problem.RequestTrace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** OAuth 2 client credentials (RFC 6749, section 4.4): an account's password for a token. */
@OpenToAll
@Path("/token")
@RequestScoped
public class TokenResource {
    @Inject private Registries registries;
    @Inject private Authentication authentication;
    @Inject private TokenIssuer issuer;
    @Inject private Limits limits;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response token(
            @FormParam("grant_type") String grantType, @Context HttpServletRequest http) {
        if (!"client_credentials".equals(grantType)) {
            throw Failure.of(
                            ErrorCode.REQUEST_INVALID,
                            "grant_type must be client_credentials, in a form-encoded body.")
                    .with("error", "unsupported_grant_type");
        }
        Account account = account(http);
        Duration lifetime = Duration.ofSeconds(limits.tokenSeconds());
        String json =
                JSON.createObjectBuilder()
                        .add("access_token", issuer.forAccount(account, lifetime).text())
                        .add("token_type", "Bearer")
                        .add("expires_in", lifetime.toSeconds())
                        .build()
                        .toString();
        return Response.ok(json).header("Cache-Control", "no-store").build();
    }

    private Account account(HttpServletRequest http) {
        RequestSignIn known = RequestSignIn.of(http);
        if (known != null && known.account() != null) {
            return RequestSignIn.now(known.account());
        }
        SignIn shown =
                new SignIn(
                        http.getHeader("Authorization"),
                        known == null ? IngressPoint.INTRANET : known.shown().arrival(),
                        RequestTrace.of(http).traceId());
        return RequestSignIn.now(authentication.password(registries.current(), shown));
    }
}
