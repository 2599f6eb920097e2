import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {ItemPage, NEW} from '../components/item-page.js';
import {List} from '../components/list.js';
import {PageHead} from '../components/parts.js';
import {Tabs} from '../components/tabs.js';
import {permissionKind} from '../kinds/permission.js';
import {BulkView} from './permission-bulk.js';
import {ExplainView} from './permission-explain.js';
import {DanglingView, ExpiringView, UnusedView} from './permission-reviews.js';

/** Views beside the list. No id of a permission begins with a plus. */
const VIEWS = {
  '+explain': ExplainView,
  '+expiring': ExpiringView,
  '+unused': UnusedView,
  '+dangling': DanglingView,
  '+bulk': BulkView,
};

function PermissionList({query}) {
  return html`<${List} path=${['permissions']} member="permissions" caption=${t('permissions.title')}
    columns=${permissionKind.columns()} filters=${permissionKind.filters()} keyOf=${(one) => one.id}
    sorts=${['name', '-name', '-changedAt']} query=${query} />`;
}

export function PermissionsPage({path, query}) {
  const view = path[0] ?? '';
  if (view && !VIEWS[view]) {
    const isNew = view === NEW;
    const start = {subject: query.subject ?? null, capability: query.capability ?? null};
    return html`<${ItemPage} key=${view} kind=${permissionKind} id=${isNew ? null : view} start=${start}
      extra=${(one) => html`<p><a class="button" href=${linkTo(['permissions', '+explain'], {subject: one.subject})}>${t('explain.ask')}</a></p>`} />`;
  }
  const View = VIEWS[view] ?? PermissionList;
  const names = ['', ...Object.keys(VIEWS)].filter((name) => name !== '+bulk' || may('write'));
  return html`<${PageHead} title=${t('permissions.title')} lead=${t('permissions.lead')}>
      ${may('write') && html`<a class="button primary" href=${linkTo(['permissions', NEW], {subject: query.subject, capability: query.capability})}>${t('permission.new')}</a>`}
    </${PageHead}>
    <${Tabs} label=${t('permissions.views')} tabs=${names.map((name) => ({
      href: linkTo(name ? ['permissions', name] : ['permissions']),
      label: t(`permissions.${name.slice(1) || 'list'}`),
      on: name === view,
    }))} />
    <${View} key=${view} query=${query} />`;
}
