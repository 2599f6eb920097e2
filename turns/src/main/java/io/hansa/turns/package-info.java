/**
 * What both servers' classes for connections that take turns have in common; knows neither server.
 */
package io.hansa.turns;
