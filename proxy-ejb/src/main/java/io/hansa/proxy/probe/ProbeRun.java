package io.hansa.proxy.probe;

import io.hansa.connector.RecordedExchange;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerProbe;
import io.hansa.proxy.registration.ServerTrials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One probe of one server, as its entry says. */
public final class ProbeRun {
    private static final Pattern STATUS =
            Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})\\b.*", Pattern.DOTALL);
    private static final int FIRST_ERROR = 400;

    private final BusinessServer server;
    private final ServerTrials trials;
    private final ServerProbe probe;

    public ProbeRun(BusinessServer server, ServerTrials trials) {
        this.server = server;
        this.trials = trials;
        this.probe = server.probe() == null ? ServerProbe.CONNECT : server.probe();
    }

    public String type() {
        return probe.type().name();
    }

    /** Probes it and waits for the outcome. */
    public ProbeOutcome now(long deadlineNanos) {
        Instant at = DatabaseClock.now();
        RecordedExchange recorded =
                switch (probe.type()) {
                    case CONNECT -> trials.connect(server.target(), deadlineNanos);
                    case HTTP -> trials.get(server.target(), probe.path(), deadlineNanos);
                    case EXCHANGE ->
                            trials.exchange(
                                    server.target(), probe.exchange().request(), deadlineNanos);
                };
        long micros = recorded.steps().get(recorded.steps().size() - 1).micros();
        if (recorded.failure() != null) {
            return new ProbeOutcome(
                    type(), false, false, recorded.failure().operatorMessage(), at, micros);
        }
        return switch (probe.type()) {
            case CONNECT ->
                    new ProbeOutcome(type(), true, true, "It takes connections.", at, micros);
            case HTTP -> status(recorded.reply().payload(), at, micros);
            case EXCHANGE -> reply(recorded.reply().wire(), at, micros);
        };
    }

    private ProbeOutcome status(byte[] line, Instant at, long micros) {
        Matcher matcher = STATUS.matcher(new String(line, StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            return new ProbeOutcome(
                    type(), false, true, "Its reply is not one of HTTP/1.", at, micros);
        }
        int status = Integer.parseInt(matcher.group(1));
        return new ProbeOutcome(
                type(),
                status < FIRST_ERROR,
                true,
                "It replied to GET %s with the status %d.".formatted(probe.path(), status),
                at,
                micros);
    }

    private ProbeOutcome reply(byte[] wire, Instant at, long micros) {
        boolean passed = probe.exchange().isPassedBy(wire);
        return new ProbeOutcome(
                type(),
                passed,
                true,
                passed
                        ? "Its reply begins as expected."
                        : "Its reply of %d bytes does not begin with expectHex."
                                .formatted(wire.length),
                at,
                micros);
    }
}
