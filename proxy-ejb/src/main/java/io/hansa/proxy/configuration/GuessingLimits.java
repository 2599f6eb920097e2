package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How password guessing is slowed.
 *
 * @param guesses {@code hansa.password.max-guesses}: wrong passwords in a row for one account from
 *     one source before each further one causes a pause
 * @param guessesOfSource {@code hansa.password.max-guesses-per-source}: wrong passwords from one
 *     source for all accounts together before it must wait; one becomes free every two seconds
 * @param pauseSeconds {@code hansa.password.max-pause-seconds}: the longest pause; the first takes
 *     one second, each further one twice as long
 */
public record GuessingLimits(int guesses, int guessesOfSource, int pauseSeconds) {
    public static GuessingLimits from(Config config) {
        Settings settings = new Settings(config);
        return new GuessingLimits(
                settings.whole("hansa.password.max-guesses", 5, 1, 1000),
                settings.whole("hansa.password.max-guesses-per-source", 30, 1, 1_000_000),
                settings.whole("hansa.password.max-pause-seconds", 60, 1, 3600));
    }
}
