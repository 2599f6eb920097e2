/**
 * The API's own description: one OpenAPI document, whose schemas also check what administrators
 * send. For the packages that read documents, and for the servlet that serves it. Knows no kind of
 * item.
 */
package io.hansa.proxy.schema;
