package io.hansa.web.problem;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.RegistryFailure;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The one exception mapper of the resources: it makes a failure of every exception. */
@Provider
public class ResourceProblems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ResourceProblems.class.getName());

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    @Context private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        String traceId = RequestTrace.of(request).traceId();
        Failure failure = failure(thrown, traceId);
        RefusalListener.tell(request, failure, traceId);
        Problem problem =
                Problem.of(failure, traceId, request::getHeader)
                        .withStatus(ContainerRefusal.status(statusOf(thrown, failure), failure));
        Response.ResponseBuilder response =
                Response.status(problem.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem.body().toString());
        problem.headers().forEach(response::header);
        return response.build();
    }

    private static Failure failure(Throwable thrown, String traceId) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Failure failure) {
                return failure;
            }
            if (at instanceof WebApplicationException refused
                    && refused.getResponse().getStatus() < SERVER_ERROR) {
                return refusal(refused);
            }
            if (at instanceof JsonException) {
                return Failure.of(
                        ErrorCode.REQUEST_INVALID,
                        "The body is not valid JSON: " + at.getMessage());
            }
        }
        if (thrown instanceof ProcessingException) {
            return Failure.of(ErrorCode.REQUEST_INVALID, "The body cannot be read.");
        }
        Optional<Failure> unavailable = RegistryFailure.of(thrown);
        if (unavailable.isPresent()) {
            LOG.log(
                    Level.WARNING,
                    () -> "HANSA-5402 Trace %s found no registry: %s".formatted(traceId, thrown));
            return unavailable.get();
        }
        LOG.log(Level.ERROR, () -> "HANSA-5401 Trace " + traceId + " failed here.", thrown);
        return Failure.of(
                ErrorCode.INTERNAL_ERROR,
                Effect.UNKNOWN,
                "The proxy failed; its log says why under this trace id.",
                thrown);
    }

    private static Failure refusal(WebApplicationException refused) {
        Response response = refused.getResponse();
        int status = response.getStatus();
        if (refused instanceof NotAllowedException && !response.getAllowedMethods().isEmpty()) {
            return ContainerRefusal.methodNotAllowed(
                    "This address has no such method.",
                    response.getAllowedMethods().stream().sorted().toList());
        }
        return status == BAD_REQUEST
                ? Failure.of(ErrorCode.REQUEST_INVALID, refused.getMessage())
                : ContainerRefusal.of(status);
    }

    /** Where a container's refusal has no code of its own, its status is kept. */
    private static int statusOf(Throwable thrown, Failure failure) {
        return thrown instanceof WebApplicationException refused
                        && refused.getResponse().getStatus() < SERVER_ERROR
                ? refused.getResponse().getStatus()
                : failure.code().status();
    }
}
