package io.hansa.web.admin;

import io.hansa.proxy.administration.ChangeOwnPassword;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.web.access.OpenToAccounts;
import io.hansa.web.access.RequestSignIn;
import io.hansa.web.problem.RequestTrace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** An account's own password. The only address for an account whose password is temporary. */
@OpenToAccounts
@Path("/account/password")
@RequestScoped
public class OwnPasswordResource {
    @Inject private ChangeOwnPassword change;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(
            InputStream body, @BeanParam WriteParameters write, @Context HttpServletRequest http)
            throws IOException {
        Administrator.account(http);
        RequestSignIn known = RequestSignIn.of(http);
        IngressPoint arrival = known == null ? IngressPoint.INTRANET : known.shown().arrival();
        return ItemsResource.done(
                change.change(
                        JsonBody.read(body),
                        write.options(http),
                        arrival,
                        RequestTrace.of(http).traceId()));
    }
}
