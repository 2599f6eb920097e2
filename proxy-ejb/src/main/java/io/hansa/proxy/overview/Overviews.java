package io.hansa.proxy.overview;

import io.hansa.proxy.series.SeriesOfNodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this package together. */
@ApplicationScoped
class Overviews {
    @Produces
    @Singleton
    StatusOfNodes status(StatusHere here, SeriesOfNodes series, Clock clock) {
        return new StatusOfNodes(here::now, series, clock, System::nanoTime);
    }
}
