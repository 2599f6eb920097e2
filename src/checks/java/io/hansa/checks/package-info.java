/**
 * What the tests of all modules share: rules about the code, and random cases. The build compiles
 * these sources with the tests of each module.
 */
package io.hansa.checks;
