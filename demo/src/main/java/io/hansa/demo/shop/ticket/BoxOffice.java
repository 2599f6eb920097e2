package io.hansa.demo.shop.ticket;

import io.hansa.demo.shop.ticket.TicketReply.Status;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sells seats, each once, and numbers the tickets. Thread-safe. */
final class BoxOffice {

    private final Map<String, Integer> seatsLeft;
    private int lastTicket;

    BoxOffice(Map<String, Integer> seatsLeft) {
        this.seatsLeft = new HashMap<>(seatsLeft);
    }

    String answer(String columns) {
        return TicketRequest.read(columns)
                .filter(request -> request.seats() > 0)
                .map(this::sell)
                .orElseGet(TicketReply::notARequest)
                .columns();
    }

    private synchronized TicketReply sell(TicketRequest request) {
        Integer left = seatsLeft.get(request.event());
        if (left == null) {
            return TicketReply.refused(Status.UNKNOWN_EVENT, request, 0);
        }
        if (left < request.seats()) {
            return TicketReply.refused(Status.SOLD_OUT, request, left);
        }
        seatsLeft.put(request.event(), left - request.seats());
        String first = number(lastTicket + 1);
        lastTicket += request.seats();
        return new TicketReply(
                Status.ISSUED, request, first, number(lastTicket), left - request.seats());
    }

    private static String number(int ticket) {
        return String.format(Locale.ROOT, "K%08d", ticket);
    }
}
