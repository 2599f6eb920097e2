import {html} from '../core/html.js';
import {brief} from '../core/format.js';
import {session, signOut} from '../core/session.js';
import {t} from '../core/texts.js';
import {notify} from '../components/notice.js';
import {Facts, Note, PageHead} from '../components/parts.js';
import {NewPassword} from '../shell/new-password.js';

/** What a person may know and change of the own account. */
export function MePage() {
  const me = session.me;
  const changed = async () => {
    notify(t('password.changed'));
    signOut();
  };
  return html`<${PageHead} title=${t('me.title')} lead=${t('me.lead')} />
    <${Facts} rows=${[
      [t('account.name'), me.account],
      [t('account.roles'), me.roles.map((role) => `${role}: ${t(`role.${role}`)}`).join('; ') || '–'],
      [t('account.groups'), brief(me.groups)],
      [t('where'), `${me.proxy} / ${me.node}`],
    ]} />
    ${!me.roles.some((role) => role !== 'CALLER') && html`<${Note}>${t('me.caller')}</${Note}>`}
    <section class="narrow"><h2>${t('password.change')}</h2><p>${t('password.ends')}</p>
      <${NewPassword} account=${me.account} onDone=${changed} /></section>`;
}
