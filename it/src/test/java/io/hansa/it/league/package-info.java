/**
 * What the league of the worked example does for callers, and what it refuses; one class a subject.
 */
package io.hansa.it.league;
