package io.hansa.proxy.series;

import io.hansa.proxy.series.Series.By;

/** What samples are of. */
record Sampled(By by, Resolution resolution, Figure figure) {}
