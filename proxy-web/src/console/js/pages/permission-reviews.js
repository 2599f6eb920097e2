import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {t} from '../core/texts.js';
import {List} from '../components/list.js';
import {Time} from '../components/parts.js';
import {permissionKind} from '../kinds/permission.js';

/** Permissions that end soon. */
export function ExpiringView() {
  return html`<p class="lead">${t('permissions.expiring.lead')}</p>
    <${List} path=${['permissions', 'expiring']} member="permissions" caption=${t('permissions.expiring')} search=${false}
      columns=${permissionKind.columns()} keyOf=${(one) => one.id}
      filters=${[{name: 'before', label: t('permissions.before'), time: true}]} />`;
}

/** Permissions that decided about no request for a while. */
export function UnusedView() {
  const columns = [
    ...permissionKind.columns().slice(0, 4),
    {label: t('permissions.lastUsed'), cell: (one) => html`<${Time} at=${one.lastUsed} />`},
    {label: t('permissions.usesSince'), cell: (one) => html`<${Time} at=${one.usesSince} />`},
  ];
  return html`<p class="lead">${t('permissions.unused.lead')}</p>
    <${List} path=${['permissions', 'unused']} member="permissions" caption=${t('permissions.unused')} search=${false}
      columns=${columns} keyOf=${(one) => one.id}
      filters=${[{name: 'since', label: t('permissions.since'), time: true}]} />`;
}

const LISTS = {permission: 'permissions', server: 'servers', breaker: 'operating'};

/** Names that belong to nothing. */
export function DanglingView() {
  const columns = [
    {label: t('kind'), cell: (one) => one.kind},
    {label: t('key'), cell: (one) => html`<a href=${linkTo([LISTS[one.kind] ?? 'overview', one.key])}>${one.key}</a>`},
    {label: t('permissions.missing'), cell: (one) => one.name},
    {label: t('permissions.advice'), cell: (one) => html`<span lang="en">${one.text}</span>`},
  ];
  return html`<p class="lead">${t('permissions.dangling.lead')}</p>
    <${List} path=${['permissions', 'dangling']} member="dangling" caption=${t('permissions.dangling')} search=${false}
      columns=${columns} keyOf=${(one) => `${one.kind}/${one.key}/${one.member}/${one.name}`} />`;
}
