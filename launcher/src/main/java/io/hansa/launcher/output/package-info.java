/** How commands print what a proxy has answered: tables, JSON and YAML. */
package io.hansa.launcher.output;
