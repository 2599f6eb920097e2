package io.hansa.proxy.routing;

/**
 * What is known of a destination at one moment. Immutable.
 *
 * @param load work in flight ÷ capacity; NaN where it is not known
 * @param threshold the load from which it takes no new work; NaN where it is not known
 * @param trouble why it takes no work at any load; null: nothing of that kind is known
 */
public record Condition(double load, double threshold, String trouble) {
    public static final Condition UNKNOWN = new Condition(Double.NaN, Double.NaN, null);
}
