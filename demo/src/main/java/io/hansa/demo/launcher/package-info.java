/**
 * The commands behind the script {@code ./hansa}. {@code Main} is the entry; each command has its
 * own package, and those share {@code process}, {@code node}, {@code proxy} and {@code workspace}.
 */
package io.hansa.demo.launcher;
