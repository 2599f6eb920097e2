/**
 * The pages by the first part of the address. A page is loaded when it is opened.
 *
 * @typedef {Object} PageEntry
 * @property {string} group of the menu
 * @property {function(): Promise<Object>} load a module with a function of the name `view`
 * @property {string} view
 */

/** @type {Object<string, PageEntry>} */
export const PAGES = {
  overview: {group: 'watch', load: () => import('../pages/overview.js'), view: 'OverviewPage'},
  operating: {group: 'watch', load: () => import('../pages/operating.js'), view: 'OperatingPage'},
  servers: {group: 'watch', load: () => import('../pages/servers.js'), view: 'ServersPage'},
  traces: {group: 'watch', load: () => import('../pages/traces.js'), view: 'TracesPage'},
  workbench: {group: 'watch', load: () => import('../pages/workbench.js'), view: 'WorkbenchPage'},
  accounts: {group: 'manage', load: () => import('../pages/registry.js'), view: 'AccountsPage'},
  groups: {group: 'manage', load: () => import('../pages/registry.js'), view: 'GroupsPage'},
  permissions: {group: 'manage', load: () => import('../pages/permissions.js'), view: 'PermissionsPage'},
  capabilities: {group: 'manage', load: () => import('../pages/registry.js'), view: 'CapabilitiesPage'},
  peers: {group: 'manage', load: () => import('../pages/registry.js'), view: 'PeersPage'},
  document: {group: 'manage', load: () => import('../pages/document.js'), view: 'DocumentPage'},
  audit: {group: 'check', load: () => import('../pages/audit.js'), view: 'AuditPage'},
  keys: {group: 'check', load: () => import('../pages/keys.js'), view: 'KeysPage'},
  held: {group: null, load: () => import('../pages/held.js'), view: 'HeldPage'},
  me: {group: null, load: () => import('../pages/me.js'), view: 'MePage'},
};

export const GROUPS = ['watch', 'manage', 'check'];
