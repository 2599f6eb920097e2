package io.hansa.web.access;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.ListRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses query parameters that a resource does not have, and those that stand twice: a caller that
 * writes {@code ?dryrun=true} must not create something.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class QueryGate implements ContainerRequestFilter {
    private static final Set<String> LIST =
            Set.of(ListRequest.TEXT, ListRequest.LIMIT, ListRequest.AFTER, ListRequest.SORT);

    /** What each method takes, by class and method; as many as there are. */
    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @Context private ResourceInfo matched;

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        Method method = matched.getResourceMethod();
        if (given.isEmpty() || method == null) {
            return;
        }
        Class<?> resource = matched.getResourceClass();
        Set<String> taken =
                KNOWN.computeIfAbsent(
                        resource.getName() + "#" + method.getName(),
                        name -> parameters(resource, method));
        given.forEach((name, values) -> check(name, values, taken));
    }

    private static void check(String name, List<String> values, Set<String> taken) {
        if (!taken.contains(name)) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "This address has no query parameter \"%s\"; it has %s."
                            .formatted(
                                    Name.shortened(name),
                                    taken.isEmpty() ? "none" : String.join(", ", taken)));
        }
        if (values.size() > 1) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "The query parameter %s stands more than once; give it once.".formatted(name));
        }
    }

    static Set<String> parameters(Class<?> resource, Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter.getAnnotation(QueryParam.class), names);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(field.getAnnotation(QueryParam.class), names);
                }
            }
        }
        if (method.isAnnotationPresent(ListQuery.class)) {
            names.addAll(LIST);
            add(resource.getAnnotation(Filters.class), names);
        }
        add(method.getAnnotation(Filters.class), names);
        return names;
    }

    private static void add(QueryParam parameter, Set<String> names) {
        if (parameter != null) {
            names.add(parameter.value());
        }
    }

    private static void add(Filters filters, Set<String> names) {
        if (filters != null) {
            names.addAll(Set.of(filters.value()));
        }
    }
}
