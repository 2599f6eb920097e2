package io.hansa.web.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a refused call of the administration was about. The address decides nothing: it only names
 * the kind and the key in the record.
 *
 * @param kind as in records of changes, such as {@code account}; empty if the address has none
 * @param key empty if the address has none
 */
record AdministrationAddress(String kind, String key) {
    private static final String API = "/api/v1";
    private static final String ADMINISTRATION = "/admin";

    /**
     * Whether the call is for the administration: its gate saw it, or it was refused before and has
     * such an address.
     */
    static boolean isOne(HttpServletRequest request) {
        String path = request.getPathInfo();
        return request.getAttribute(RecordedRefusals.ADMINISTRATION) != null
                || API.equals(request.getServletPath())
                        && path != null
                        && (path.equals(ADMINISTRATION) || path.startsWith(ADMINISTRATION + "/"));
    }

    static AdministrationAddress of(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String rest =
                path.startsWith(ADMINISTRATION + "/")
                        ? path.substring(ADMINISTRATION.length())
                        : path;
        String[] parts = rest.split("/", 4);
        return new AdministrationAddress(
                parts.length > 1 ? singular(parts[1]) : "", parts.length > 2 ? parts[2] : "");
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
