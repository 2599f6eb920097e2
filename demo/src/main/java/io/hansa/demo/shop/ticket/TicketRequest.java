package io.hansa.demo.shop.ticket;

import java.util.Optional;

/** The columns of a request record; see the package's description. */
record TicketRequest(String event, int seats, String settlement, int pieces) {

    static Optional<TicketRequest> read(String columns) {
        if (columns.length() < 50
                || !columns.startsWith("ISSUE ")
                || !columns.substring(18, 21).matches("\\d{3}")
                || !columns.substring(45, 50).matches("\\d{5}")) {
            return Optional.empty();
        }
        return Optional.of(
                new TicketRequest(
                        columns.substring(6, 18).strip(),
                        Integer.parseInt(columns.substring(18, 21)),
                        columns.substring(21, 33).strip(),
                        Integer.parseInt(columns.substring(45, 50))));
    }
}
