package io.hansa.launcher.operate;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time: {@code 30s}, {@code 1h30m}, or as ISO 8601 has it, {@code PT30S}. */
final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            if (upper.startsWith("P")) {
                return Duration.parse(upper);
            }
            int days = upper.indexOf('D') + 1;
            String time = upper.substring(days);
            return Duration.parse(
                    "P" + upper.substring(0, days) + (time.isEmpty() ? "" : "T" + time));
        } catch (DateTimeParseException unknown) {
            throw new TypeConversionException(
                    "'%s' is no length of time; give one such as 30s, 15m, 2h or 1d."
                            .formatted(text));
        }
    }
}
