import {html} from '../core/html.js';
import {formatAgo, formatTime} from '../core/format.js';
import {t} from '../core/texts.js';

/** A time that says how long ago it was, and exactly when. */
export function Time({at}) {
  return at
    ? html`<time dateTime=${new Date(at).toISOString()} title=${formatAgo(at)}>${formatTime(at)}</time>`
    : html`<span class="faint">${t('none')}</span>`;
}

/** @param {{kind: 'good'|'bad'|'warn'|'plain'}} props a word with a colour and a sign */
export function Badge({kind = 'plain', children}) {
  const signs = {good: '●', bad: '▲', warn: '◆', plain: '○'};
  return html`<span class=${`badge ${kind}`}><span aria-hidden="true">${signs[kind]}</span> ${children}</span>`;
}

/** A failure with what to do about it. */
export function ErrorBox({error, retry}) {
  if (!error) {
    return null;
  }
  return html`<div class="box bad" role="alert">
    <strong>${error.heading ?? t('problem.console')}</strong>
    ${error.detail && html`<p lang="en">${error.detail}</p>`}
    ${error.remedy && html`<p>${error.remedy}</p>`}
    ${error.usedBy?.length > 0 && html`<p>${t('usedBy')} ${error.usedBy.join(', ')}</p>`}
    ${!error.heading && html`<p>${String(error.message)}</p>`}
    ${error.traceId && html`<p class="faint">${t('traceId')} <code>${error.traceId}</code></p>`}
    ${retry && html`<button type="button" onClick=${retry}>${t('tryAgain')}</button>`}
  </div>`;
}

/** A box with a note in it. */
export function Note({kind = 'plain', children}) {
  return html`<div class=${`box ${kind}`}>${children}</div>`;
}

/** The heading of a page: what it is, in a sentence, and what can be done on it. */
export function PageHead({title, lead, children}) {
  return html`<header class="page-head">
    <div><h1 tabindex="-1">${title}</h1>${lead && html`<p class="lead">${lead}</p>`}</div>
    <div class="actions">${children}</div>
  </header>`;
}

/** @param {{rows: Array<Array<*>>}} props names and values */
export function Facts({rows}) {
  return html`<dl class="facts">
    ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? '–'}</dd></div>`)}
  </dl>`;
}
