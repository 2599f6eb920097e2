/**
 * That core requests keep working under load and faults, shown on the running league. The short
 * forms run in every build; those that measure for longer carry the tag {@code bench}.
 */
package io.hansa.it.protection;
