package io.hansa.demo.shop.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and checks the request's lines; every refusal names the line and what it should be. */
final class BasketReader {

    private static final int MAX_LINES = 51;
    private static final Pattern ORDER = Pattern.compile("S-\\d{1,10}");
    private static final Pattern CUSTOMER = Pattern.compile("[^|\\p{Cntrl}]{1,40}");
    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9-]{1,30}");
    private static final Pattern EVENT = Pattern.compile("[A-Z0-9-]{1,12}");

    private final List<Basket.Item> items = new ArrayList<>();
    private Basket.Ticket ticket;

    private BasketReader() {}

    static Basket read(String request) throws Refusal {
        List<String> lines = request.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new Refusal("LINES", "Send SETTLE and 1 to 50 lines of ITEM or TICKET.");
        }
        return new BasketReader().basket(lines);
    }

    private Basket basket(List<String> lines) throws Refusal {
        String[] head = fields(lines.get(0), "SETTLE");
        for (String line : lines.subList(1, lines.size())) {
            add(line);
        }
        if (items.isEmpty() && ticket == null) {
            throw new Refusal("EMPTY", "Put at least one ITEM or TICKET line into the basket.");
        }
        return new Basket(
                matching(ORDER, head[1], "an order number such as S-1001"),
                matching(CUSTOMER, head[2], "a customer of 1 to 40 characters"),
                items,
                Optional.ofNullable(ticket));
    }

    private void add(String line) throws Refusal {
        if (line.startsWith("TICKET|")) {
            if (ticket != null) {
                throw new Refusal("TICKETS", "Settle one TICKET line at a time.");
            }
            String[] fields = fields(line, "TICKET");
            String event = matching(EVENT, fields[1], "an event such as CONCERT-7");
            ticket = new Basket.Ticket(event, number(fields[2], 9, line));
        } else {
            String[] fields = fields(line, "ITEM");
            String product = matching(PRODUCT, fields[1], "a product such as keyboard");
            items.add(new Basket.Item(product, number(fields[2], 999, line)));
        }
    }

    private static String[] fields(String line, String kind) throws Refusal {
        String[] fields = line.strip().split("\\|", -1);
        if (fields.length != 3 || !fields[0].equals(kind)) {
            throw new Refusal(
                    "LINE", "Expected a line " + kind + "|…|… in place of '" + shown(line) + "'.");
        }
        return fields;
    }

    private static String matching(Pattern pattern, String text, String what) throws Refusal {
        if (!pattern.matcher(text).matches()) {
            throw new Refusal("FIELD", "Expected " + what + " in place of '" + shown(text) + "'.");
        }
        return text;
    }

    private static int number(String text, int most, String line) throws Refusal {
        int number = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new Refusal(
                    "QUANTITY", "Ask for 1 to " + most + " in the line '" + shown(line) + "'.");
        }
        return number;
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 40 ? printable.substring(0, 40) + "…" : printable;
    }
}
