import {call} from '../core/api.js';
import {formatNumber} from '../core/format.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {linkTo} from '../core/router.js';
import {t} from '../core/texts.js';
import {List} from '../components/list.js';
import {Badge, ErrorBox, Facts, PageHead, Time} from '../components/parts.js';
import {Table} from '../components/table.js';

const millis = (micros) => `${formatNumber(micros / 1000)} ms`;

function statusBadge(one) {
  return html`<${Badge} kind=${one.status < 400 ? 'good' : one.status < 500 ? 'warn' : 'bad'}>${one.status}${one.code ? ` ${one.code}` : ''}</${Badge}>`;
}

function traceColumns() {
  return [
    {label: t('traces.started'), cell: (one) => html`<a href=${linkTo(['traces', one.traceId])}><${Time} at=${one.startedAt} /></a>`},
    {label: t('permission.capability'), cell: (one) => one.capability},
    {label: t('traces.caller'), cell: (one) => one.caller},
    {label: t('traces.server'), cell: (one) => one.server},
    {label: t('audit.outcome'), cell: statusBadge},
    {label: t('traces.took'), cell: (one) => millis(one.durationMicros)},
  ];
}

function traceFilters() {
  return [
    {name: 'capability', label: t('permission.capability')},
    {name: 'account', label: t('traces.caller')},
    {name: 'server', label: t('traces.server')},
    {name: 'outcome', label: t('audit.outcome'), options: [['DONE', t('traces.DONE')], ['FAILED', t('traces.FAILED')]]},
    {name: 'code', label: t('traces.code')},
    {name: 'minMillis', label: t('traces.minMillis')},
    {name: 'since', label: t('audit.since'), time: true},
    {name: 'until', label: t('audit.until'), time: true},
  ];
}

function Latest() {
  return html`<${PageHead} title=${t('traces.title')} lead=${t('traces.lead')} />
    <${List} path=${['traces']} member="traces" caption=${t('traces.title')} columns=${traceColumns()}
      filters=${traceFilters()} sorts=${['-startedAt', 'startedAt']} keyOf=${(one) => one.traceId + one.spanId} />`;
}

function Steps({request}) {
  const columns = [
    {label: t('traces.step'), cell: (one) => `${'· '.repeat(one.depth)}${one.step}`},
    {label: t('permission.capability'), cell: (one) => one.capability},
    {label: t('traces.at'), cell: (one) => millis(one.offsetMicros)},
    {label: t('traces.took'), cell: (one) => millis(one.durationMicros)},
    {label: t('traces.note'), cell: (one) => one.note},
  ];
  return html`<section><h2>${request.capability} ${statusBadge(request)}</h2>
    <${Facts} rows=${[[t('traces.started'), html`<${Time} at=${request.startedAt} />`], [t('traces.took'), millis(request.durationMicros)],
      [t('traces.caller'), request.caller], [t('traces.server'), request.server], [t('traces.path'), request.path.join(' → ')], [t('traces.effect'), request.effect]]} />
    ${request.steps && html`<${Table} caption=${t('traces.steps')} columns=${columns} rows=${request.steps} keyOf=${(one) => `${one.offsetMicros}/${one.step}`} />`}
  </section>`;
}

function Trace({id}) {
  const loaded = useLoad((signal) => call('GET', ['traces', id], {signal}).then((reply) => reply.data), [id]);
  return html`<nav class="trail" aria-label=${t('trail')}><a href=${linkTo(['traces'])}>${t('traces.title')}</a></nav>
    <${PageHead} title=${id} lead=${t('traces.oneLead')} />
    <${ErrorBox} error=${loaded.error} retry=${loaded.reload} />
    ${loaded.data?.requests.map((one) => html`<${Steps} key=${one.spanId} request=${one} />`)}`;
}

/** The latest requests of this node, and what was done for each. */
export function TracesPage({path}) {
  return path[0] ? html`<${Trace} id=${path[0]} />` : html`<${Latest} />`;
}
