import {Badge, Time} from '../components/parts.js';
import {brief} from '../core/format.js';
import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {t} from '../core/texts.js';

export const ROLES = ['CALLER', 'OPERATOR', 'AUDITOR', 'ADMIN'];
export const RATE = {name: 'rateLimit', type: 'numbers', parts: ['permits', 'perMillis']};

/** @param {string} list @param {string} key a link to an item */
export function itemLink(list, key) {
  return html`<a href=${linkTo([list, key])}>${key}</a>`;
}

export function enabledBadge(on) {
  return html`<${Badge} kind=${on === false ? 'warn' : 'good'}>${t(on === false ? 'disabled' : 'enabled')}</${Badge}>`;
}

export const accountKind = {
  name: 'account',
  list: 'accounts',
  key: 'name',
  fields: [
    {name: 'name', type: 'text', required: true, fixed: true, example: 'shop'},
    {name: 'password', type: 'password'},
    {name: 'groups', type: 'names', of: 'groups'},
    {name: 'roles', type: 'choices', options: ROLES, default: ['CALLER'], texts: 'role'},
    {name: 'enabled', type: 'bool', default: true},
    {...RATE, rare: true},
    {name: 'labels', type: 'labels', rare: true},
  ],
  columns: () => [
    {label: t('account.name'), cell: (one) => itemLink('accounts', one.name)},
    {label: t('account.roles'), cell: (one) => brief(one.roles)},
    {label: t('account.groups'), cell: (one) => brief(one.groups)},
    {label: t('state'), cell: (one) => enabledBadge(one.enabled)},
    {label: t('changedAt'), cell: (one) => html`<${Time} at=${one.changedAt} />`},
  ],
  filters: () => [
    {name: 'role', label: t('account.roles'), options: ROLES.map((role) => [role, role])},
    {name: 'enabled', label: t('state'), options: [['true', t('enabled')], ['false', t('disabled')]]},
    {name: 'group', label: t('account.groups')},
  ],
};
