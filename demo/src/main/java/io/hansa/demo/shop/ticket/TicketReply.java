package io.hansa.demo.shop.ticket;

import java.util.Locale;

/** The columns of a reply record; see the package's description. */
record TicketReply(
        Status status, TicketRequest request, String firstTicket, String lastTicket, int left) {

    private static final int TEXT_COLUMNS = 60;

    /** How a request ended, with the two digits of the record. */
    enum Status {
        ISSUED("00"),
        SOLD_OUT("10"),
        UNKNOWN_EVENT("20"),
        NOT_A_REQUEST("90");

        private final String digits;

        Status(String digits) {
            this.digits = digits;
        }
    }

    static TicketReply refused(Status status, TicketRequest request, int left) {
        return new TicketReply(status, request, "", "", left);
    }

    static TicketReply notARequest() {
        return refused(Status.NOT_A_REQUEST, new TicketRequest("", 0, "", 0), 0);
    }

    String columns() {
        return String.format(
                Locale.ROOT,
                "TICKET%s%-12s%03d%-10s%-10s%05d%-12s%-60s",
                status.digits,
                request.event(),
                request.seats(),
                firstTicket,
                lastTicket,
                left,
                request.settlement(),
                text());
    }

    private String text() {
        String text =
                switch (status) {
                    case ISSUED -> issued();
                    case SOLD_OUT -> "SOLD OUT: ONLY " + left + " SEATS LEFT, ASK FOR FEWER";
                    case UNKNOWN_EVENT -> "UNKNOWN EVENT, SEE THE PROGRAMME";
                    case NOT_A_REQUEST -> "NOT A REQUEST: SEND ISSUE, EVENT, SEATS, SETTLEMENT";
                };
        return text.length() > TEXT_COLUMNS ? text.substring(0, TEXT_COLUMNS) : text;
    }

    private String issued() {
        return request.pieces() == 0
                ? "ISSUED"
                : "ISSUED, COLLECT " + request.pieces() + " PIECES OF GOODS AT THE COUNTER";
    }
}
