/**
 * Processes that the launcher starts and must end: started under a name with a log of their own,
 * written down with pid and start instant, and ended by SIGTERM, a bounded wait, and force. Called
 * by the launcher's commands; knows nothing of proxies.
 */
package io.hansa.launcher.process;
