/** Completion for shells, with names that earlier commands have seen. */
package io.hansa.launcher.completion;
