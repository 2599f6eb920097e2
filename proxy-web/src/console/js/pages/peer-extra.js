import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {PANEL_MILLIS, Panel} from '../components/panel.js';
import {Badge} from '../components/parts.js';
import {itemLink} from '../kinds/account.js';

function Announced({data}) {
  return html`<p><${Badge} kind=${data.reachable ? 'good' : 'bad'}>${t(data.reachable ? 'peer.reachable' : 'peer.unreachable')}</${Badge}></p>
    <h3>${t('peer.used')}</h3>
    ${data.used.length === 0 ? html`<p class="faint">${t('none')}</p>` : html`<ul>${data.used.map((one) => html`<li>
      ${itemLink('capabilities', one.name)} ${one.priority} <${Badge} kind=${one.available ? 'good' : 'warn'}>
        ${t(one.available ? 'available' : 'notAvailable')}</${Badge}></li>`)}</ul>`}
    ${data.refused.length > 0 && html`<h3>${t('peer.refused')}</h3><ul>${data.refused.map((one) => html`<li>
      ${t(`refused.${one.reason}`)} (${one.number}): ${one.names.join(', ')}</li>`)}</ul>`}`;
}

/** What a peer says of itself, and what of that is used. */
export function PeerExtra({id}) {
  return html`<${Panel} title=${t('peer.announced')} on=${[id]}
    load=${(signal) => call('GET', ['peers', id, 'announced'], {signal, limit: PANEL_MILLIS}).then((reply) => reply.data)}>
    ${(data) => html`<${Announced} data=${data} />`}
  </${Panel}>`;
}
