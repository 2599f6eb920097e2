package io.hansa.proxy.assistance;

/**
 * A JSON number by its value: 1, 1.0 and 10e-1 are equal, and so are 0 and -0. Takes time linear in
 * the number's length, with any exponent. A BigDecimal of a million digits takes minutes.
 *
 * @param digits without zeros at either end; empty for zero
 * @param exponent of ten, by which the digits are multiplied as a whole number. One of more than 18
 *     digits is compared as it is written
 */
record DecimalValue(boolean negative, String digits, String exponent) {
    private static final int MAX_EXPONENT = 18;
    private static final DecimalValue ZERO = new DecimalValue(false, "", "0");

    /**
     * @param number as RFC 8259 has it
     */
    static DecimalValue of(String number) {
        boolean negative = number.startsWith("-");
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        String mantissa = number.substring(negative ? 1 : 0, mark < 0 ? number.length() : mark);
        int point = mantissa.indexOf('.');
        int fraction = point < 0 ? 0 : mantissa.length() - point - 1;
        String all = mantissa.replace(".", "");
        int from = 0;
        while (from < all.length() && all.charAt(from) == '0') {
            from++;
        }
        int to = all.length();
        while (to > from && all.charAt(to - 1) == '0') {
            to--;
        }
        if (from == to) {
            return ZERO;
        }
        String exponent = mark < 0 ? "0" : number.substring(mark + 1);
        long shift = (long) all.length() - to - fraction;
        return new DecimalValue(negative, all.substring(from, to), shifted(exponent, shift));
    }

    private static String shifted(String exponent, long shift) {
        String sign = exponent.startsWith("-") ? "-" : "";
        int from = exponent.startsWith("-") || exponent.startsWith("+") ? 1 : 0;
        while (from < exponent.length() - 1 && exponent.charAt(from) == '0') {
            from++;
        }
        String digits = exponent.substring(from);
        return digits.length() > MAX_EXPONENT
                ? sign + digits + " and " + shift
                : Long.toString(Long.parseLong(sign + digits) + shift);
    }
}
