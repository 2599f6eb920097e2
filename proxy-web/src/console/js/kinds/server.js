import {Time} from '../components/parts.js';
import {brief} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {enabledBadge, itemLink} from './account.js';

const MILLIS = {type: 'number', min: 1, max: 3600000};

export const serverKind = {
  name: 'server',
  list: 'servers',
  key: 'id',
  fields: [
    {name: 'id', type: 'text', required: true, fixed: true, example: 'trade-1'},
    {name: 'endpoint', type: 'text', required: true, example: 'tcp://10.0.0.7:9100'},
    {name: 'capabilities', type: 'names', of: 'capabilities', required: true},
    {name: 'framing', type: 'framing'},
    {name: 'charset', type: 'text', example: 'IBM1047'},
    {name: 'timeoutMillis', ...MILLIS, default: 2000},
    {name: 'maxConcurrent', type: 'number', min: 1, max: 10000, default: 64},
    {name: 'weight', type: 'number', min: 1, max: 1000, default: 1},
    {name: 'enabled', type: 'bool', default: true},
    {name: 'connectTimeoutMillis', ...MILLIS, default: 500, rare: true},
    {name: 'idleMillis', ...MILLIS, rare: true},
    {name: 'loadThreshold', type: 'number', min: 0, max: 10, step: 'any', default: 0.8, rare: true},
    {name: 'maxReplyBytes', type: 'number', min: 1, max: 1073741824, default: 16777216, rare: true},
    {name: 'tls', type: 'text', rare: true},
    {name: 'assist', type: 'json', rare: true, example: '[{"prefix":"HANSA-ASSIST "}]'},
    {name: 'probe', type: 'json', rare: true, example: '{"type":"HTTP","path":"/health"}'},
    {name: 'soap', type: 'json', rare: true, example: '{"version":"1.1","action":"…"}'},
    {name: 'headers', type: 'json', rare: true, example: '{"request":["X-Tenant"],"reply":[]}'},
    {name: 'identify', type: 'json', rare: true, example: '{"account":true}'},
    {name: 'forwardPath', type: 'bool', default: false, rare: true},
    {name: 'labels', type: 'labels', rare: true},
  ],
  columns: () => [
    {label: t('server.id'), cell: (one) => itemLink('servers', one.id)},
    {label: t('server.endpoint'), cell: (one) => one.endpoint},
    {label: t('server.capabilities'), cell: (one) => brief(one.capabilities)},
    {label: t('server.weight'), cell: (one) => one.weight},
    {label: t('state'), cell: (one) => enabledBadge(one.enabled)},
    {label: t('changedAt'), cell: (one) => html`<${Time} at=${one.changedAt} />`},
  ],
  filters: () => [{name: 'capability', label: t('server.capabilities')}],
};
