import {useEffect, useState} from 'hooks';
import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {t} from '../core/texts.js';
import {ErrorBox} from '../components/parts.js';
import {PAGES} from './pages.js';

/** Loads a page's module and shows the page; the browser's title and the focus follow. */
export function PageFrame({name, path, query}) {
  const page = PAGES[name];
  const [view, setView] = useState(null);
  const [error, setError] = useState(null);
  useEffect(() => {
    page?.load().then((module) => setView(() => module[page.view]), setError);
  }, [name]);
  useEffect(() => {
    document.title = page ? `${path[0] ? `${path[0]} · ` : ''}${t(`${name}.title`)} · Hansa` : 'Hansa';
  });
  useEffect(() => {
    scrollTo(0, 0);
    document.querySelector('main h1')?.focus({preventScroll: true});
  }, [path.join('/'), view]);
  if (!page) {
    return html`<h1>${t('noPage')}</h1><p>${t('noPage.text')} <a href=${linkTo([])}>${t('overview.title')}</a></p>`;
  }
  if (error) {
    return html`<${ErrorBox} error=${{heading: t('pageNotLoaded'), remedy: t('pageNotLoaded.remedy')}} />`;
  }
  const View = view;
  return View ? html`<${View} path=${path} query=${query} />` : html`<p class="faint">${t('loading')}</p>`;
}
