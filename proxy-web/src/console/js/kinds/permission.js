import {Badge, Time} from '../components/parts.js';
import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {t} from '../core/texts.js';

export function effectBadge(effect) {
  return html`<${Badge} kind=${effect === 'DENY' ? 'bad' : 'good'}>${effect}</${Badge}>`;
}

export const permissionKind = {
  name: 'permission',
  list: 'permissions',
  key: 'id',
  made: true,
  fields: [
    {name: 'subject', type: 'text', required: true, example: 'account:shop'},
    {name: 'capability', type: 'name', of: 'capabilities', required: true, example: 'trade.settle'},
    {name: 'effect', type: 'select', options: ['ALLOW', 'DENY'], default: 'ALLOW', texts: 'effect'},
    {name: 'action', type: 'select', options: ['CALL', 'REGISTER'], default: 'CALL', texts: 'action'},
    {name: 'validFrom', type: 'time'},
    {name: 'validUntil', type: 'time'},
    {name: 'quota', type: 'numbers', parts: ['perDay', 'perMonth'], rare: true},
    {name: 'server', type: 'name', of: 'servers', rare: true},
    {name: 'labels', type: 'labels', rare: true},
  ],
  columns: () => [
    {label: t('permission.subject'), cell: (one) => html`<a href=${linkTo(['permissions', one.id])}>${one.subject}</a>`},
    {label: t('permission.capability'), cell: (one) => one.capability},
    {label: t('permission.action'), cell: (one) => one.action},
    {label: t('permission.effect'), cell: (one) => effectBadge(one.effect)},
    {label: t('permission.validUntil'), cell: (one) => html`<${Time} at=${one.validUntil} />`},
  ],
  filters: () => [
    {name: 'subject', label: t('permission.subject')},
    {name: 'capability', label: t('permission.capability')},
    {name: 'action', label: t('permission.action'), options: [['CALL', 'CALL'], ['REGISTER', 'REGISTER']]},
  ],
};
