package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How guessing passwords is slowed.
 *
 * @param guesses {@code hansa.password.max-guesses}: wrong passwords in a row for one account from
 *     one source, before a pause follows each
 * @param guessesOfSource {@code hansa.password.max-guesses-per-source}: wrong passwords from one
 *     source for all accounts together, before it has to wait; one more is free every two seconds
 * @param pauseSeconds {@code hansa.password.max-pause-seconds}: the longest pause; the first is a
 *     second, each is twice as long as the one before
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
