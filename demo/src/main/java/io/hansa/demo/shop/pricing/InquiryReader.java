package io.hansa.demo.shop.pricing;

import java.util.List;
import java.util.Optional;

/** Reads {@code SETTLEMENT|number|order|customer} and lines of {@code ITEM|product|pieces}. */
final class InquiryReader {

    private static final int MAX_ITEMS = 50;

    private InquiryReader() {}

    /** Nothing when the text is no inquiry. */
    static Optional<Inquiry> read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2
                || lines.size() > MAX_ITEMS + 1
                || !lines.get(0).matches("SETTLEMENT\\|[^|]+\\|[^|]+\\|[^|]+")
                || !lines.stream().skip(1).allMatch(l -> l.matches("ITEM\\|[^|]+\\|\\d{1,6}"))) {
            return Optional.empty();
        }
        String[] head = lines.get(0).split("\\|");
        List<Inquiry.Item> items = lines.stream().skip(1).map(InquiryReader::item).toList();
        return items.stream().allMatch(item -> item.pieces() > 0)
                ? Optional.of(new Inquiry(head[1], head[2], head[3], items))
                : Optional.empty();
    }

    private static Inquiry.Item item(String line) {
        String[] fields = line.split("\\|");
        return new Inquiry.Item(fields[1], Integer.parseInt(fields[2]));
    }
}
