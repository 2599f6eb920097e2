/**
 * {@code POST /api/v1/services/{capability}}: the calling path. A plain servlet, because it is the
 * hot path.
 */
package io.hansa.web.ingress;
