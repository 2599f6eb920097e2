/** What this proxy offers and how loaded it is (R7), as callers and peers are told. */
package io.hansa.proxy.offering;
