package io.hansa.web.access;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.AllowedOrigins;
import io.hansa.proxy.configuration.HttpOrigin;
import io.hansa.proxy.failure.Failure;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a page of another origin makes a browser send, with the credentials that the browser
 * remembers. Programs send neither {@code Origin} nor {@code Sec-Fetch-Site}; for them this costs
 * two lookups in the request's headers. Dependent, so that no proxy stands before it: each request
 * asks it. Safe for many threads.
 */
@Dependent
public class Origins {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String API = "/api/v1";
    private static final String OPEN = API + "/capabilities";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final AllowedOrigins allowed;

    @Inject
    public Origins(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    /**
     * For everything but services: every method that changes something, and all of the API but
     * capability information.
     *
     * @throws Failure ORIGIN_FOREIGN
     */
    public void refuseForeignChange(HttpServletRequest request) {
        if (!SAFE.contains(request.getMethod()) || isGuarded(request)) {
            refuseForeign(request);
        }
    }

    /**
     * Decided by the servlet that the container chose. A path that is written in another way than
     * the open one is not open.
     */
    private static boolean isGuarded(HttpServletRequest request) {
        return API.equals(request.getServletPath()) && !OPEN.equals(request.getRequestURI());
    }

    /**
     * Both headers are believed when they refuse, so that neither takes back what the other says.
     *
     * @throws Failure ORIGIN_FOREIGN
     */
    public void refuseForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        if (origin == null && site == null) {
            return;
        }
        Optional<HttpOrigin> page = origin == null ? Optional.empty() : HttpOrigin.parse(origin);
        if (page.filter(allowed::contains).isPresent()) {
            return;
        }
        if (origin != null && !page.equals(Optional.of(asked(request)))) {
            throw foreign("The page of origin %s".formatted(shown(page)));
        }
        if (site != null && !OWN_SITES.contains(site)) {
            throw foreign("A page of another site");
        }
    }

    /** The origin that the browser sees, where no proxy between changes it. */
    private static HttpOrigin asked(HttpServletRequest request) {
        return HttpOrigin.of(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    private static String shown(Optional<HttpOrigin> page) {
        return page.map(o -> "%s://%s:%d".formatted(o.scheme(), o.host(), o.port())).orElse("null");
    }

    private static Failure foreign(String who) {
        return Failure.of(
                ErrorCode.ORIGIN_FOREIGN,
                "%s may not ask this. Use a page of this proxy, a program without Origin and Sec-Fetch-Site, or name the page's origin in hansa.http.allowed-origins."
                        .formatted(who));
    }
}
