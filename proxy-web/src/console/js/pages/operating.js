import {call} from '../core/api.js';
import {formatNumber} from '../core/format.js';
import {html} from '../core/html.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {PANEL_MILLIS, Panel} from '../components/panel.js';
import {Badge, PageHead, Time} from '../components/parts.js';
import {Table} from '../components/table.js';
import {endOverride, OverrideButton} from './override.js';
import {BreakerButton} from './breaker.js';

const BREAKER_SIGNS = {CLOSED: 'good', OPEN: 'bad', FORCED_OPEN: 'bad', HALF_OPEN: 'warn', FORCED_CLOSED: 'warn'};
const MUCH_SKEW_MILLIS = 2000;
const soonest = (...path) => (signal) => call('GET', path, {signal, limit: PANEL_MILLIS}).then((reply) => reply.data);

function Overrides({items, reload}) {
  const columns = [
    {label: t('operating.target'), cell: (one) => one.target},
    {label: t('state'), cell: (one) => html`<${Badge} kind="warn">${one.state ?? t('operating.weight', {n: one.weight})}</${Badge}>`},
    {label: t('operating.until'), cell: (one) => (one.until ? html`<${Time} at=${one.until} />` : t('operating.forever'))},
    {label: t('form.reason'), cell: (one) => one.reason},
    {label: t('operating.end'), cell: (one) => may('operate') && html`<button type="button" onClick=${() => endOverride(one).then(reload)}>${t('operating.endNow')}</button>`},
  ];
  return items.length === 0 ? html`<p class="faint">${t('operating.noOverrides')}</p>`
    : html`<${Table} caption=${t('operating.overrides')} columns=${columns} rows=${items} keyOf=${(one) => one.kind + one.target} />`;
}

function Breakers({items, reload}) {
  const columns = [
    {label: t('operating.target'), cell: (one) => one.target},
    {label: t('state'), cell: (one) => html`<${Badge} kind=${BREAKER_SIGNS[one.state] ?? 'plain'}>${one.state}</${Badge}>`},
    {label: t('operating.setting'), cell: (one) => one.setting},
    {label: t('operating.failures'), cell: (one) => `${formatNumber(one.failurePercent)} % / ${one.exchanges}`},
    {label: t('overview.since'), cell: (one) => html`<${Time} at=${one.since} />`},
    {label: t('operating.why'), cell: (one) => html`<span lang="en">${one.why}</span>`},
    {label: t('operating.change'), cell: (one) => may('operate') && html`<${BreakerButton} target=${one.target} onDone=${reload} />`},
  ];
  return items.length === 0 ? html`<p class="faint">${t('operating.noBreakers')}</p>`
    : html`<${Table} caption=${t('operating.breakers')} columns=${columns} rows=${items} keyOf=${(one) => one.target} />`;
}

/** By how much a node's machine is off the database, which all nodes go by. */
function Clock({offset}) {
  return offset === undefined ? '–' : html`<${Badge} kind=${Math.abs(offset) > MUCH_SKEW_MILLIS ? 'warn' : 'good'}>
    ${offset === 0 ? t('operating.clockRight') : t(offset < 0 ? 'operating.clockAhead' : 'operating.clockBehind', {n: formatNumber(Math.abs(offset) / 1000)})}</${Badge}>`;
}

function NodeTable({items, reload}) {
  const columns = [
    {label: t('operating.node'), cell: (one) => one.node},
    {label: t('state'), cell: (one) => html`<${Badge} kind=${one.accepting ? 'good' : 'warn'}>${t(one.accepting ? 'overview.accepts' : 'overview.refuses')}</${Badge}>`},
    {label: t('load'), cell: (one) => `${formatNumber(one.load)} / ${formatNumber(one.threshold)}`},
    {label: t('operating.version'), cell: (one) => one.version},
    {label: t('operating.clock'), cell: (one) => html`<${Clock} offset=${one.clockOffsetMillis} />`},
    {label: t('operating.started'), cell: (one) => html`<${Time} at=${one.startedAt} />`},
    {label: t('operating.change'), cell: (one) => may('operate') && html`<${OverrideButton} list="nodes" id=${one.node} onDone=${reload} />`},
  ];
  return html`<${Table} caption=${t('overview.nodes')} columns=${columns} rows=${items} keyOf=${(one) => one.node} />`;
}

/** What operators have set, and what they can set. */
export function OperatingPage() {
  return html`<${PageHead} title=${t('operating.title')} lead=${t('operating.lead')} />
    <div class="panels">
      <${Panel} wide title=${t('operating.overrides')} load=${soonest('overrides')}>
        ${(data, reload) => html`<${Overrides} items=${data.overrides} reload=${reload} />`}</${Panel}>
      <${Panel} wide title=${t('operating.breakers')} load=${soonest('breakers')}>
        ${(data, reload) => html`<${Breakers} items=${data.breakers} reload=${reload} />`}</${Panel}>
      <${Panel} wide title=${t('overview.nodes')} load=${soonest('nodes')}>
        ${(data, reload) => html`<${NodeTable} items=${data.nodes} reload=${reload} />`}</${Panel}>
    </div>`;
}
