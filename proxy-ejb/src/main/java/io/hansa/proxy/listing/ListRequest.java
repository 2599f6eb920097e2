package io.hansa.proxy.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a caller asks of a list. Immutable.
 *
 * @param text what an item must contain, in lower case; null: anything
 * @param limit the most items of the page
 * @param after null: the first page
 * @param sort one of the list's sorts
 * @param filters by name; only those that were given
 */
public record ListRequest(
        String text, int limit, Position after, String sort, Map<String, String> filters) {
    public static final String TEXT = "q";
    public static final String LIMIT = "limit";
    public static final String AFTER = "after";
    public static final String SORT = "sort";

    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_TEXT = 200;
    private static final char ASCII = 127;

    public ListRequest {
        filters = Map.copyOf(filters);
    }

    /**
     * @param parameters of the query; the names were checked before
     * @param sorts what the list can be sorted by, the default first
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID
     */
    public static ListRequest parse(Map<String, String> parameters, List<String> sorts) {
        Map<String, String> filters = new HashMap<>(parameters);
        String text = filters.remove(TEXT);
        String limit = filters.remove(LIMIT);
        String after = filters.remove(AFTER);
        String sort = filters.remove(SORT);
        if (sort == null) {
            sort = sorts.get(0);
        } else if (!sorts.contains(sort)) {
            throw QueryText.wrong("sort", sort, "give one of " + String.join(", ", sorts));
        }
        if (text != null && text.length() > MAX_TEXT) {
            throw QueryText.wrong("q", text, "give at most " + MAX_TEXT + " characters");
        }
        return new ListRequest(
                text == null || text.isEmpty() ? null : text.toLowerCase(Locale.ROOT),
                limit(limit),
                after == null ? null : Position.parse(after, sort),
                sort,
                filters);
    }

    /** Whether one of the texts contains the text that is looked for, in any case. */
    public boolean finds(List<String> texts) {
        if (text == null) {
            return true;
        }
        for (String one : texts) {
            if (one != null && contains(one, text)) {
                return true;
            }
        }
        return false;
    }

    /** Makes no objects: a list may have hundreds of thousands of items. */
    private static boolean contains(String one, String text) {
        char lower = text.charAt(0);
        char upper = Character.toUpperCase(lower);
        int last = one.length() - text.length();
        for (int at = 0; at <= last; at++) {
            char first = one.charAt(at);
            if ((first == lower || first == upper || first > ASCII)
                    && one.regionMatches(true, at, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }

    private static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[1-9][0-9]{0,2}|1000")) {
            throw QueryText.wrong("limit", text, "give a number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }
}
