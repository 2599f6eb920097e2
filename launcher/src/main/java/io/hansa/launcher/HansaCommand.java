package io.hansa.launcher;

import java.util.concurrent.Callable;

/**
 * A verb of {@code ./hansa} that another module brings. The class carries picocli's {@code Command}
 * annotation and is listed in {@code META-INF/services}; the launcher finds it on its class path.
 * It returns the exit status.
 */
public interface HansaCommand extends Callable<Integer> {}
