import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {GROUPS, PAGES} from './pages.js';

/** The pages that the person may see. */
export function Menu({open, current}) {
  const groups = may('read') ? GROUPS : [];
  return html`<nav id="menu" class=${open ? 'menu open' : 'menu'} aria-label=${t('menu')}>
    ${groups.map((group) => html`<h2>${t(`menu.${group}`)}</h2><ul>
      ${Object.entries(PAGES).filter(([, page]) => page.group === group).map(([name]) => html`<li>
        <a href=${linkTo([name])} aria-current=${name === current ? 'page' : undefined}>${t(`${name}.title`)}</a></li>`)}
    </ul>`)}
    <h2>${t('menu.own')}</h2>
    <ul><li><a href=${linkTo(['me'])} aria-current=${current === 'me' ? 'page' : undefined}>${t('me.title')}</a></li></ul>
  </nav>`;
}
