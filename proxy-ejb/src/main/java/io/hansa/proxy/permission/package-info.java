/**
 * Who may use what: grants, and decisions by them that say why. For the request's way, which
 * decides by the registry in force, and for administration, which explains.
 */
package io.hansa.proxy.permission;
