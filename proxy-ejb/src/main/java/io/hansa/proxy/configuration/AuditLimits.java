package io.hansa.proxy.configuration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * What the audit record holds besides changes, and how long.
 *
 * @param services {@code hansa.audit.services}: the requests for services that are recorded,
 *     separated by commas; none by default
 * @param queue {@code hansa.audit.queue}: records that wait to be written
 * @param onFull {@code hansa.audit.on-full}: what happens while the queue is full
 * @param maxUnauthenticated {@code hansa.audit.max-unauthenticated-per-second}: recorded refusals
 *     of callers that were not authenticated; the others are counted
 * @param keepDays {@code hansa.audit.keep-days}: age at which records are removed; 0: never
 * @param keepRecords {@code hansa.audit.keep-records}: number above which the oldest records are
 *     removed; 0: no limit
 */
public record AuditLimits(
        Set<Services> services,
        int queue,
        OnFull onFull,
        int maxUnauthenticated,
        int keepDays,
        int keepRecords) {
    /** Requests for services. */
    public enum Services {
        /** Refused calls of every caller. */
        REFUSED,
        /** Those that arrived over the extranet. */
        EXTRANET
    }

    /** What a full queue does. */
    public enum OnFull {
        /** Further records are dropped and counted. */
        DROP,
        /** The administration refuses calls as well. */
        REFUSE
    }

    private static final String SERVICES = "hansa.audit.services";
    private static final String ON_FULL = "hansa.audit.on-full";

    public AuditLimits {
        services = Set.copyOf(services);
    }

    public static AuditLimits from(Config config) {
        Settings settings = new Settings(config);
        return new AuditLimits(
                services(settings.text(SERVICES).orElse("")),
                settings.whole("hansa.audit.queue", 4096, 16, 1_000_000),
                onFull(settings.text(ON_FULL).orElse("drop")),
                settings.whole("hansa.audit.max-unauthenticated-per-second", 5, 0, 1000),
                settings.whole("hansa.audit.keep-days", 0, 0, 36_500),
                settings.whole("hansa.audit.keep-records", 0, 0, Integer.MAX_VALUE));
    }

    private static Set<Services> services(String list) {
        Set<Services> services = EnumSet.noneOf(Services.class);
        for (String word : list.split(",")) {
            if (!word.isBlank()) {
                services.add(
                        Arrays.stream(Services.values())
                                .filter(one -> word(one).equals(word.strip()))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                Settings.wrong(
                                                        SERVICES,
                                                        list,
                                                        "give refused, extranet, both separated by a comma, or nothing")));
            }
        }
        return services;
    }

    private static OnFull onFull(String word) {
        return Arrays.stream(OnFull.values())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> Settings.wrong(ON_FULL, word, "give drop or refuse"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
