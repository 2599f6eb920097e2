import {Time} from '../components/parts.js';
import {brief} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {enabledBadge, itemLink, RATE} from './account.js';

const LABELS = {name: 'labels', type: 'labels', rare: true};
const changedColumn = () => ({label: t('changedAt'), cell: (one) => html`<${Time} at=${one.changedAt} />`});

export const groupKind = {
  name: 'group',
  list: 'groups',
  key: 'name',
  fields: [
    {name: 'name', type: 'text', required: true, fixed: true, example: 'retail'},
    {name: 'description', type: 'area'},
    LABELS,
  ],
  columns: () => [
    {label: t('group.name'), cell: (one) => itemLink('groups', one.name)},
    {label: t('group.description'), cell: (one) => brief(one.description)},
    {label: t('group.memberCount'), cell: (one) => one.memberCount},
    changedColumn(),
  ],
};

export const capabilityKind = {
  name: 'capability',
  list: 'capabilities',
  key: 'name',
  fields: [
    {name: 'name', type: 'text', required: true, fixed: true, example: 'trade.settle'},
    {name: 'description', type: 'area'},
    {name: 'priority', type: 'select', options: ['CORE', 'NORMAL', 'BULK'], default: 'NORMAL', texts: 'priority'},
    {name: 'replay', type: 'select', options: ['SAFE', 'IDEMPOTENT', 'ONCE'], default: 'ONCE', texts: 'replay'},
    {name: 'timeoutMillis', type: 'number', min: 1, max: 3600000, default: 2000},
    {name: 'balancing', type: 'select', options: ['ROUND_ROBIN', 'RANDOM', 'LEAST_CONNECTIONS', 'PEAK_EWMA'], default: 'ROUND_ROBIN', texts: 'balancing'},
    RATE,
    {name: 'fallback', type: 'json', rare: true, example: '{"contentType":"text/plain","data":"…"}'},
    LABELS,
  ],
  columns: () => [
    {label: t('capability.name'), cell: (one) => itemLink('capabilities', one.name)},
    {label: t('capability.description'), cell: (one) => brief(one.description)},
    {label: t('capability.priority'), cell: (one) => one.priority},
    {label: t('capability.replay'), cell: (one) => one.replay},
    {label: t('capability.timeoutMillis'), cell: (one) => one.timeoutMillis},
    changedColumn(),
  ],
};

export const peerKind = {
  name: 'peer',
  list: 'peers',
  key: 'id',
  fields: [
    {name: 'id', type: 'text', required: true, fixed: true, example: 'tickets'},
    {name: 'url', type: 'text', required: true, example: 'https://proxy.example:8443'},
    {name: 'link', type: 'select', required: true, options: ['INTRANET', 'EXTRANET'], texts: 'link'},
    {name: 'organization', type: 'text'},
    {name: 'capabilities', type: 'names', of: 'capabilities'},
    {name: 'enabled', type: 'bool', default: true},
    {name: 'transport', type: 'select', options: ['REST', 'EJB'], default: 'REST', rare: true},
    {...RATE, rare: true},
    {name: 'certificate', type: 'json', rare: true, example: '{"san":"…","sha256":"…"}'},
    LABELS,
  ],
  columns: () => [
    {label: t('peer.id'), cell: (one) => itemLink('peers', one.id)},
    {label: t('peer.url'), cell: (one) => one.url},
    {label: t('peer.link'), cell: (one) => one.link},
    {label: t('peer.organization'), cell: (one) => brief(one.organization)},
    {label: t('state'), cell: (one) => enabledBadge(one.enabled)},
    changedColumn(),
  ],
};
