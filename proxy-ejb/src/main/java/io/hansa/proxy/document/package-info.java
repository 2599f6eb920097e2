/**
 * Strict reading of administrators' JSON: every member is known, of its type and in its range;
 * otherwise the refusal names the member and the remedy. For packages whose items have a JSON form,
 * and for the resources that receive one.
 */
package io.hansa.proxy.document;
