/**
 * The client library against several proxies: what a program sees while proxies die, hang, are
 * overloaded, restart and move.
 */
package io.hansa.it.calling;
