/**
 * The command line of the script {@code ./hansa}. {@code Main} is the entry. A command of another
 * module implements {@code HansaCommand}; commands share {@code process}, {@code node}, {@code
 * remote}, {@code proxy} and {@code workspace}.
 */
package io.hansa.launcher;
