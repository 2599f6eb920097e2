import {useEffect, useRef} from 'hooks';
import uPlot from 'uplot';
import {call} from '../core/api.js';
import {formatClock, formatNumber} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {PANEL_MILLIS, Panel} from '../components/panel.js';

const HEIGHT = 150;
const KEYS_SHOWN = 4;
const LINES = ['--line-1', '--line-2', '--line-3', '--line-4'];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The columns that uPlot takes: times, then a column for each key. */
function columnsOf(data) {
  const from = new Date(data.from) / 1000;
  const shown = data.series.slice(0, KEYS_SHOWN);
  const length = Math.max(0, ...shown.map((one) => one.values.length));
  const times = Array.from({length}, (unused, index) => from + index * data.stepSeconds);
  return [times, ...shown.map((one) => one.values)];
}

function optionsOf(data, width) {
  const axis = {stroke: colour('--ink'), grid: {stroke: colour('--edge'), width: 1}, ticks: {stroke: colour('--edge')}};
  return {
    width,
    height: HEIGHT,
    legend: {show: false},
    cursor: {drag: {x: false, y: false}},
    axes: [{...axis, values: (plot, times) => times.map(formatClock)}, {...axis, size: 55, values: (plot, values) => values.map((value) => formatNumber(value))}],
    series: [{}, ...data.series.slice(0, KEYS_SHOWN).map((one, index) => ({label: one.key, stroke: colour(LINES[index]), width: 2, points: {show: true, size: 4}}))],
  };
}

function Plot({data, title}) {
  const box = useRef(null);
  useEffect(() => {
    const plot = new uPlot(optionsOf(data, box.current.clientWidth || 300), columnsOf(data), box.current);
    return () => plot.destroy();
  }, [data]);
  const latest = data.series.map((one) => `${one.key}: ${formatNumber(one.values.filter((value) => value !== null).at(-1))}`);
  return html`<div ref=${box} class="plot" role="img" aria-label=${`${title}. ${latest.join(', ')}`}></div>
    <p class="faint">${t('chart.latest')} ${latest.join(', ') || '–'} ${data.unit}</p>`;
}

/** A figure of the last fifteen minutes of all nodes. */
export function Chart({title, name}) {
  return html`<${Panel} title=${title} on=${[name]}
    load=${(signal) => call('GET', ['series'], {signal, limit: PANEL_MILLIS, query: {name, by: 'total', step: 5}}).then((reply) => reply.data)}>
    ${(data) => (data.series.some((one) => one.values.length > 0)
      ? html`<${Plot} data=${data} title=${title} />` : html`<p class="faint">${t('chart.nothing')}</p>`)}
  </${Panel}>`;
}
