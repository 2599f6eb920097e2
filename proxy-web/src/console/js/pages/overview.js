import {call} from '../core/api.js';
import {formatNumber, formatShare} from '../core/format.js';
import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {t, textOrNull} from '../core/texts.js';
import {PANEL_MILLIS, Panel} from '../components/panel.js';
import {Badge, Facts, PageHead, Time} from '../components/parts.js';
import {Chart} from './chart.js';

const SEVERITY_SIGNS = {ERROR: 'bad', WARNING: 'warn', INFO: 'plain'};
const soon = {limit: PANEL_MILLIS};
const SHARED_MILLIS = 900;
let askedOverview = {at: 0, answer: null};

/** One request for the panels that ask the same at the same time. */
function overview() {
  if (Date.now() - askedOverview.at > SHARED_MILLIS) {
    askedOverview = {at: Date.now(), answer: call('GET', ['overview'], soon).then((reply) => reply.data)};
  }
  return askedOverview.answer;
}

/** The console's page of what a finding is about; its link is an address of the API. */
function pageOf(link) {
  const [, list, key, query] = /^\/api\/v1\/admin\/([a-z-]+)(?:\/([^/?]+))?[^?]*(?:\?(.*))?$/.exec(link ?? '') ?? [];
  const pages = {servers: 'servers', peers: 'peers', nodes: 'operating', breakers: 'operating', overrides: 'operating',
    permissions: 'permissions', accounts: 'accounts', capabilities: 'capabilities', keys: 'keys', audit: 'audit', registry: 'held'};
  const plain = ['operating', 'held'].includes(pages[list]) || !key;
  const asked = Object.fromEntries(new URLSearchParams(query ?? ''));
  return pages[list] && linkTo(plain ? [pages[list]] : [pages[list], decodeURIComponent(key)], asked);
}

function Finding({one, apart}) {
  const page = pageOf(one.link);
  return html`<li class=${`finding ${SEVERITY_SIGNS[one.severity]}`}>
    <p><${Badge} kind=${SEVERITY_SIGNS[one.severity]}>${textOrNull(`finding.${one.code}`) ?? one.code}</${Badge}>
      <strong lang="en"> ${one.text}</strong></p>
    <p><span class="faint">${t('overview.todo')}</span> <span lang="en">${one.remedy}</span></p>
    ${apart && html`<p class="faint">${t('overview.onNodes', {nodes: one.nodes.join(', ')})}</p>`}
    <p class="faint">${one.since && html`${t('overview.since')} <${Time} at=${one.since} /> `}
      ${page && html`<a href=${page}>${t('overview.look')}</a>`}</p>
  </li>`;
}

function Findings({data}) {
  return html`<p class=${`verdict ${data.ok ? 'good' : 'bad'}`} role="status">${t(data.ok ? 'overview.well' : 'overview.notWell')}</p>
    <ul class="findings">${data.findings.map((one) => html`<${Finding} key=${`${one.code}/${one.text}`} one=${one} apart=${data.nodes.length > 1} />`)}</ul>
    ${data.moreFindings && html`<p>${t('overview.more')}</p>`}
    ${data.nodes.length > 1 && html`<${SpeaksFor} nodes=${data.nodes} />`}`;
}

/** For which nodes the page speaks, how old what each told is, and which are missing. */
function SpeaksFor({nodes}) {
  const told = nodes.filter((one) => one.counted).map((one) => `${one.node} (${formatNumber(Math.round(one.ageMillis / 1000))} s)`);
  const missing = nodes.filter((one) => !one.counted).map((one) => one.node);
  return html`<p class="faint">${t('overview.speaksFor', {nodes: told.join(', ')})}${' '}
    ${missing.length > 0 && html`<${Badge} kind="warn">${t('overview.missing', {nodes: missing.join(', ')})}</${Badge}>`}</p>`;
}

function Traffic({data}) {
  const {traffic, load} = data;
  return html`<${Facts} rows=${[
    [t('overview.rate'), `${formatNumber(traffic.requestsPerSecond)} /s`],
    [t('overview.errors'), formatShare(traffic.errorShare)],
    [t('overview.p50'), traffic.p50Millis == null ? '–' : `${formatNumber(traffic.p50Millis)} ms`],
    [t('overview.p99'), traffic.p99Millis == null ? '–' : `${formatNumber(traffic.p99Millis)} ms`],
    [t('overview.load'), html`<meter min="0" max="1" high=${load.threshold} value=${load.now} aria-label=${t('overview.load')}></meter>
      ${` ${formatNumber(load.now)} / ${formatNumber(load.threshold)}`}`],
    [t('overview.accepting'), html`<${Badge} kind=${load.accepting ? 'good' : 'bad'}>${t(load.accepting ? 'yes' : 'no')}</${Badge}>`],
  ]} />`;
}

function Certificates({items}) {
  return items.length === 0 ? html`<p class="faint">${t('overview.noCertificates')}</p>`
    : html`<ul>${items.map((one) => html`<li>${one.name}: <${Badge} kind=${one.daysLeft < 7 ? 'bad' : one.daysLeft < 30 ? 'warn' : 'good'}>
      ${t('overview.days', {n: one.daysLeft})}</${Badge}> <${Time} at=${one.validUntil} /></li>`)}</ul>`;
}

function Nodes({nodes}) {
  return html`<ul>${nodes.map((one) => html`<li><strong>${one.node}</strong> ${one.here ? `(${t('overview.here')}) ` : ''}
    <${Badge} kind=${!one.counted ? 'bad' : one.accepting ? 'good' : 'warn'}>
      ${t(!one.counted ? 'overview.silent' : one.accepting ? 'overview.accepts' : 'overview.refuses')}</${Badge}>
    ${` ${t('load')} ${formatNumber(one.load)} / ${formatNumber(one.threshold)}`}
    ${one.revision !== undefined && html`<span class="faint"> ${t('overview.runs', {version: one.version, revision: one.revision})}</span>`}</li>`)}</ul>`;
}

function Changes({records}) {
  return records.length === 0 ? html`<p class="faint">${t('overview.noChanges')}</p>`
    : html`<ul>${records.map((one) => html`<li><${Time} at=${one.when} /> ${one.who}: ${t(`audit.${one.action}`)}${' '}
      <a href=${linkTo(['audit'], {kind: one.kind, key: one.key})}>${one.kind} ${one.key}</a></li>`)}</ul>`;
}

const changes = (signal) => call('GET', ['audit'], {signal, ...soon, query: {limit: 8}})
  .then((reply) => reply.data.audit);

/** Is everything well; and if not, what, since when, and what to do. */
export function OverviewPage() {
  return html`<${PageHead} title=${t('overview.title')} lead=${t('overview.lead')} />
    <div class="panels">
      <${Panel} wide title=${t('overview.findings')} load=${overview}>${(data) => html`<${Findings} data=${data} />`}</${Panel}>
      <${Panel} title=${t('overview.traffic')} load=${overview}>${(data) => html`<${Traffic} data=${data} />`}</${Panel}>
      <${Chart} title=${t('chart.requests')} name="requests" />
      <${Chart} title=${t('chart.errors')} name="errors" />
      <${Chart} title=${t('chart.p99')} name="p99" />
      <${Panel} title=${t('overview.nodes')} load=${(signal) => call('GET', ['nodes'], {signal, ...soon}).then((reply) => reply.data.nodes)}>
        ${(nodes) => html`<${Nodes} nodes=${nodes} />`}</${Panel}>
      <${Panel} title=${t('overview.certificates')} every=${60000} load=${overview}>
        ${(data) => html`<${Certificates} items=${data.certificates} />`}</${Panel}>
      <${Panel} title=${t('overview.changes')} every=${10000} load=${changes}>${(records) => html`<${Changes} records=${records} />`}</${Panel}>
    </div>`;
}
