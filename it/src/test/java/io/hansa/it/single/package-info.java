/**
 * One proxy, deployed by Arquillian on the Payara Micro that ships: what callers, administrators and operators
 * find at its addresses.
 */
package io.hansa.it.single;
