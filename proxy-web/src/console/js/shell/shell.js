import {useEffect, useState} from 'hooks';
import {html} from '../core/html.js';
import {linkTo, useRoute} from '../core/router.js';
import {may, onSession, session} from '../core/session.js';
import {t} from '../core/texts.js';
import {Questions} from '../components/dialog.js';
import {Notices} from '../components/notice.js';
import {Menu} from './menu.js';
import {PageFrame} from './page-frame.js';
import {Settings} from './settings.js';
import {SignIn} from './sign-in.js';

function TopBar({menuOpen, onMenu, onLanguage}) {
  const me = session.me;
  return html`<header class="top">
    ${me && html`<button type="button" class="menu-button quiet" aria-expanded=${menuOpen ? 'true' : 'false'}
      aria-controls="menu" onClick=${onMenu}>${t('menu')}</button>`}
    <a class="brand" href=${linkTo([])}>Hansa</a>
    ${me && html`<span class="where" title=${t('where')}>${me.proxy}<span class="faint"> / ${me.node}</span></span>`}
    <${Settings} onLanguage=${onLanguage} />
  </header>`;
}

/** The address keeps its state, so the link does what the browser would do for it. */
function toMain(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The frame of all pages. While nobody is signed in it shows the form to do so, and no page. */
export function Shell() {
  const route = useRoute();
  const [, setVersion] = useState(0);
  const [menuOpen, setMenuOpen] = useState(false);
  const again = () => setVersion((version) => version + 1);
  useEffect(() => onSession(again), []);
  useEffect(() => setMenuOpen(false), [route]);
  const {me, lapsed} = session;
  const start = may('read') ? 'overview' : 'me';
  const asked = route.path[0] ?? start;
  const name = may('read') ? asked : 'me';
  return html`
    ${me && html`<a class="skip" href="#main" onClick=${toMain}>${t('skip')}</a>`}
    <${TopBar} menuOpen=${menuOpen} onMenu=${() => setMenuOpen(!menuOpen)} onLanguage=${again} />
    ${!me && html`<${SignIn} />`}
    ${me && html`<div class="body" inert=${Boolean(lapsed)}>
      <${Menu} open=${menuOpen} current=${name} />
      <main id="main" tabindex="-1" class=${lapsed ? 'covered' : ''}>
        <${PageFrame} key=${`${me.account}/${name}`} name=${name} path=${route.path.slice(1)} query=${route.query} />
      </main>
    </div>`}
    ${lapsed && html`<${SignIn} lapsed=${lapsed} account=${me.account} />`}
    <${Questions} /><${Notices} />`;
}
