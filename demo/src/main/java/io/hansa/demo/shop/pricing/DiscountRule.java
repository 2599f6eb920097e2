package io.hansa.demo.shop.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/** A row of {@code discount_rule}; a null product, group or day means any. */
record DiscountRule(
        int number,
        Kind kind,
        String description,
        String product,
        String group,
        int leastPieces,
        BigDecimal percent,
        LocalDate validFrom,
        LocalDate validUntil) {

    /** Best first: most percent, then the closest fit, then the lowest number. */
    static final Comparator<DiscountRule> BEST_FIRST =
            Comparator.comparing(DiscountRule::percent)
                    .reversed()
                    .thenComparing(Comparator.comparingInt(DiscountRule::closeness).reversed())
                    .thenComparingInt(DiscountRule::number);

    /** At most one rule of each kind applies to a line, in this order. */
    enum Kind {
        CAMPAIGN,
        QUANTITY
    }

    boolean fits(Product bought, int pieces, LocalDate day) {
        return (product == null || product.equals(bought.number()))
                && (group == null || group.equals(bought.group()))
                && pieces >= leastPieces
                && (validFrom == null || !day.isBefore(validFrom))
                && (validUntil == null || !day.isAfter(validUntil));
    }

    private int closeness() {
        return (product == null ? 0 : 2) + (group == null ? 0 : 1);
    }
}
