/**
 * JSON that an administrator wrote, read strictly: every member is known, of its type and in its
 * range, or the refusal names it with a remedy. For the packages whose items have a JSON form, and
 * for the resources that receive one.
 */
package io.hansa.proxy.document;
