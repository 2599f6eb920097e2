import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {ItemPage, NEW} from '../components/item-page.js';
import {ListPage} from '../components/list-page.js';
import {notify} from '../components/notice.js';
import {serverKind} from '../kinds/server.js';
import {OverrideButton} from './override.js';
import {BreakerButton} from './breaker.js';
import {ConnectionPanel, HealthPanel} from './server-health.js';

async function probe(id) {
  try {
    const {data} = await call('POST', ['servers', id, 'probe'], {limit: 35000});
    notify(t(data.passed ? 'server.probePassed' : 'server.probeFailed', {reason: data.reason}), data.passed ? 'good' : 'bad');
  } catch (failure) {
    notify(failure.heading, 'bad');
  }
}

function serverActions(server, reload) {
  return may('operate') && html`
    <button type="button" onClick=${() => probe(server.id)}>${t('server.probeNow')}</button>
    <a class="button" href=${linkTo(['workbench'], {server: server.id})}>${t('server.try')}</a>
    <${OverrideButton} list="servers" id=${server.id} onDone=${reload} />
    <${BreakerButton} target=${`server:${server.id}`} onDone=${reload} />`;
}

/** Business servers: how they are, and how they are reached. */
export function ServersPage({path}) {
  const id = path[0];
  if (!id) {
    return html`<${ListPage} kind=${serverKind} />`;
  }
  if (id === NEW) {
    return html`<${ItemPage} key=${id} kind=${serverKind} id=${null} />`;
  }
  return html`<${ItemPage} key=${id} kind=${serverKind} id=${id} actions=${serverActions}
    top=${() => html`<div class="panels"><${HealthPanel} id=${id} /></div><h2>${t('server.entry')}</h2>`}
    extra=${() => html`<div class="panels"><${ConnectionPanel} id=${id} /></div>`} />`;
}
