import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {List} from '../components/list.js';
import {Badge, PageHead, Time} from '../components/parts.js';
import {Difference} from '../form/plan.js';
import {AuditExport, AuditVerify} from './audit-tools.js';

const ACTIONS = ['CREATED', 'REPLACED', 'REMOVED', 'REFUSED', 'CALLED', 'OMITTED'];
const AUDITED_KINDS = ['account', 'group', 'capability', 'server', 'permission', 'peer', 'breaker', 'override', 'key'];
const ACTION_SIGNS = {CREATED: 'good', REPLACED: 'warn', REMOVED: 'bad', REFUSED: 'bad'};

function Details({record}) {
  return html`<details><summary>${t('audit.details')}</summary>
    ${(record.before || record.after) && html`<${Difference} before=${record.before} after=${record.after} />`}
    <dl class="facts">
      ${[['audit.node', record.node], ['audit.source', record.source], ['traceId', record.traceId], ['audit.sequence', record.sequence],
        ['audit.hash', record.hash], ['audit.data', record.details && JSON.stringify(record.details)]]
        .filter(([, value]) => value)
        .map(([name, value]) => html`<div><dt>${t(name)}</dt><dd><code>${value}</code></dd></div>`)}
    </dl></details>`;
}

function columns() {
  return [
    {label: t('audit.when'), cell: (one) => html`<${Time} at=${one.when} />`},
    {label: t('audit.who'), cell: (one) => html`<a href=${linkTo(['audit'], {account: one.who})}>${one.who}</a>`},
    {label: t('audit.action'), cell: (one) => html`<${Badge} kind=${ACTION_SIGNS[one.action] ?? 'plain'}>${t(`audit.${one.action}`)}</${Badge}>`},
    {label: t('audit.item'), cell: (one) => html`${one.kind} <a href=${linkTo(['audit'], {kind: one.kind, key: one.key})}>${one.key}</a>`},
    {label: t('audit.outcome'), cell: (one) => one.outcome},
    {label: t('audit.reason'), cell: (one) => one.reason},
    {label: t('audit.details'), cell: (one) => html`<${Details} record=${one} />`},
  ];
}

/** Who changed, called and was refused what. */
export function AuditPage({query}) {
  const filters = [
    {name: 'account', label: t('audit.who')},
    {name: 'kind', label: t('kind'), options: AUDITED_KINDS.map((kind) => [kind, kind])},
    {name: 'key', label: t('key')},
    {name: 'action', label: t('audit.action'), options: ACTIONS.map((one) => [one, t(`audit.${one}`)])},
    {name: 'since', label: t('audit.since'), time: true},
    {name: 'until', label: t('audit.until'), time: true},
  ];
  return html`<${PageHead} title=${t('audit.title')} lead=${t('audit.lead')} />
    <div class="columns"><${AuditVerify} />${may('exportAudit') && html`<${AuditExport} query=${query} />`}</div>
    <${List} path=${['audit']} member="audit" caption=${t('audit.title')} columns=${columns()}
      filters=${filters} sorts=${['-when', 'when']} keyOf=${(one) => one.sequence ?? one.when} />`;
}
