import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {linkTo} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {confirmed} from '../components/dialog.js';
import {ItemPage, NEW} from '../components/item-page.js';
import {ListPage} from '../components/list-page.js';
import {notify} from '../components/notice.js';
import {accountKind, itemLink} from '../kinds/account.js';
import {capabilityKind, groupKind, peerKind} from '../kinds/others.js';
import {CapabilityExtra} from './capability-extra.js';
import {PeerExtra} from './peer-extra.js';

function page(kind, props) {
  return function RegistryPage({path}) {
    return path.length === 0
      ? html`<${ListPage} kind=${kind} />`
      : html`<${ItemPage} key=${path[0]} kind=${kind} id=${path[0] === NEW ? null : path[0]} ...${props} />`;
  };
}

async function endTokens(name) {
  const sure = await confirmed({title: t('tokens.end'), text: t('tokens.endText', {name}), yes: t('tokens.end')});
  if (sure) {
    await call('POST', ['accounts', name, 'revoke-tokens']).then(
      () => notify(t('tokens.ended')), (failure) => notify(failure.heading, 'bad'));
  }
}

function accountActions(account) {
  return html`<a class="button" href=${linkTo(['permissions'], {subject: `account:${account.name}`})}>${t('account.permissions')}</a>
    <a class="button" href=${linkTo(['audit'], {account: account.name})}>${t('account.audit')}</a>
    ${may('write') && html`<button type="button" onClick=${() => endTokens(account.name)}>${t('tokens.end')}</button>`}`;
}

function Members({group}) {
  const loaded = useLoad((signal) => call('GET', ['accounts'], {query: {group: group.name, limit: 50}, signal}), [group.name]);
  const accounts = loaded.data?.data.accounts ?? [];
  return html`<section><h2>${t('group.members')} (${group.memberCount})</h2>
    ${accounts.length === 0 ? html`<p class="faint">${t('group.noMembers')}</p>`
      : html`<p class="names">${accounts.map((one) => html`<span class="tag">${itemLink('accounts', one.name)}</span>`)}</p>`}
    <p><a href=${linkTo(['accounts'], {group: group.name})}>${t('group.allMembers')}</a></p></section>`;
}

const groupActions = (group) => html`<a class="button"
  href=${linkTo(['permissions'], {subject: `group:${group.name}`})}>${t('account.permissions')}</a>`;

export const AccountsPage = page(accountKind, {actions: accountActions});
export const GroupsPage = page(groupKind, {actions: groupActions, extra: (group) => html`<${Members} group=${group} />`});
export const CapabilitiesPage = page(capabilityKind, {extra: (one) => html`<${CapabilityExtra} name=${one.name} />`});
export const PeersPage = page(peerKind, {extra: (peer) => html`<${PeerExtra} id=${peer.id} />`});
