import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {linkTo} from '../core/router.js';
import {t} from '../core/texts.js';
import {ErrorBox} from '../components/parts.js';
import {Table} from '../components/table.js';
import {permissionKind} from '../kinds/permission.js';
import {serverKind} from '../kinds/server.js';

const SHOWN = 20;

function Related({title, kind, query, none}) {
  const loaded = useLoad(
    (signal) => call('GET', [kind.list], {query: {...query, limit: SHOWN}, signal}).then((reply) => reply.data),
    [JSON.stringify(query)]);
  const rows = loaded.data?.[kind.list] ?? [];
  return html`<section><h2>${title}</h2>
    <${ErrorBox} error=${loaded.error} retry=${loaded.reload} />
    ${rows.length > 0 && html`<${Table} caption=${title} columns=${kind.columns().slice(0, 5)} rows=${rows} keyOf=${(one) => one[kind.key]} />`}
    ${loaded.data && rows.length === 0 && html`<p class="box warn">${none}</p>`}
    ${loaded.data && loaded.data.total > rows.length && html`<p>
      <a href=${linkTo([kind.list], query)}>${t('list.showAll', {n: loaded.data.total})}</a></p>`}
  </section>`;
}

/** Who offers a capability, and who may call it. */
export function CapabilityExtra({name}) {
  return html`<${Related} title=${t('capability.offers')} kind=${serverKind} query=${{capability: name}} none=${t('capability.noServer')} />
    <${Related} title=${t('capability.callers')} kind=${permissionKind} query=${{capability: name}} none=${t('capability.noGrant')} />
    <p><a class="button" href=${linkTo(['permissions', '+explain'], {capability: name})}>${t('explain.ask')}</a></p>`;
}
