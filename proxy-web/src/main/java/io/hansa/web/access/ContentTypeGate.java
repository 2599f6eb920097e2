package io.hansa.web.access;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Demands the content type of every resource that takes a body. Jersey takes a body without a type
 * for any type, and a browser sends such a body to any address without asking first.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class ContentTypeGate implements ContainerRequestFilter {
    @Context private ResourceInfo matched;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = matched.getResourceMethod();
        Consumes consumed = method == null ? null : method.getAnnotation(Consumes.class);
        if (consumed != null && !isOneOf(consumed.value(), request.getMediaType())) {
            throw Failure.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "Send this with Content-Type: %s."
                            .formatted(String.join(" or ", consumed.value())));
        }
    }

    private static boolean isOneOf(String[] types, MediaType given) {
        return given != null
                && Arrays.stream(types)
                        .map(MediaType::valueOf)
                        .anyMatch(
                                type ->
                                        type.getType().equalsIgnoreCase(given.getType())
                                                && type.getSubtype()
                                                        .equalsIgnoreCase(given.getSubtype()));
    }
}
