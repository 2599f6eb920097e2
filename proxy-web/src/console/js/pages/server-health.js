import {call} from '../core/api.js';
import {brief, formatNumber} from '../core/format.js';
import {html} from '../core/html.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {notify} from '../components/notice.js';
import {PANEL_MILLIS, Panel} from '../components/panel.js';
import {Badge, Facts, Time} from '../components/parts.js';
import {Table} from '../components/table.js';

const HEALTH_SIGNS = {UP: 'good', SUSPECT: 'warn', DOWN: 'bad', DRAINING: 'warn', QUARANTINED: 'warn', LAPSED: 'bad'};
const answered = (...path) => (signal) => call('GET', path, {signal, limit: PANEL_MILLIS}).then((reply) => reply.data);

function Health({data}) {
  const traffic = data.traffic ?? {};
  return html`<p class="verdict-line"><${Badge} kind=${HEALTH_SIGNS[data.state] ?? 'plain'}>${data.state}: ${t(`health.${data.state}`)}</${Badge}></p>
    <p lang="en">${data.reason}</p>
    <${Facts} rows=${[
      [t('overview.since'), html`<${Time} at=${data.since} />`],
      [t('health.breaker'), traffic.breaker],
      [t('operating.failures'), `${formatNumber(traffic.failurePercent)} % / ${formatNumber(traffic.exchanges)}`],
      [t('health.inFlight'), formatNumber(traffic.inFlight)],
      [t('load'), formatNumber(traffic.load)],
      [t('health.usual'), traffic.usualMicros === undefined ? '–' : `${formatNumber(traffic.usualMicros / 1000)} ms`],
      [t('health.probe'), data.probe ? html`<span lang="en">${data.probe.reason ?? brief(data.probe)}</span>` : t('health.noProbe')],
      [t('health.inRow'), data.probe?.inRow === undefined ? '–' : formatNumber(data.probe.inRow)],
    ]} />`;
}

/** How a server is, on this node. */
export function HealthPanel({id}) {
  return html`<${Panel} title=${t('health.title')} on=${[id]} load=${answered('servers', id, 'health')}>
    ${(data) => html`<${Health} data=${data} />`}</${Panel}>`;
}

async function setQuarantine(path, on, reload) {
  await call(on ? 'PUT' : 'DELETE', [...path, 'quarantine']).then(
    () => notify(t('saved')), (failure) => notify(failure.heading, 'bad'));
  reload();
}

function Connections({id, data, reload}) {
  const path = ['servers', id, 'connections'];
  const names = [...new Set(data.connections.flatMap((one) => Object.keys(one)))].filter((name) => typeof data.connections[0][name] !== 'object');
  const columns = names.map((name) => ({label: name, cell: (one) => brief(one[name])}));
  if (may('operate')) {
    columns.push({label: t('operating.change'), cell: (one) => html`<button type="button"
      onClick=${() => setQuarantine([...path, one.id], !one.quarantined, reload)}>
      ${t(one.quarantined ? 'connection.release' : 'connection.takeOut')}</button>`});
  }
  return data.connections.length === 0 ? html`<p class="faint">${t('connection.none')}</p>`
    : html`<${Table} caption=${t('connection.title')} columns=${columns} rows=${data.connections} keyOf=${(one) => one.id} />`;
}

/** The connections of this node to a server. */
export function ConnectionPanel({id}) {
  return html`<${Panel} wide title=${t('connection.title')} on=${[id]} load=${answered('servers', id, 'connections')}>
    ${(data, reload) => html`<${Connections} id=${id} data=${data} reload=${reload} />`}</${Panel}>`;
}
