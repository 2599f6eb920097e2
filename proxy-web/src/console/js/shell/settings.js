import {useState} from 'hooks';
import {html} from '../core/html.js';
import {guardLeaving} from '../core/router.js';
import {session, signOut} from '../core/session.js';
import {changeLanguage, currentLanguage, t} from '../core/texts.js';
import {applyTheme, currentTheme} from '../core/theme.js';

/** Language, theme, and sign-out. */
export function Settings({onLanguage}) {
  const [theme, setTheme] = useState(currentTheme());
  const choose = (next) => {
    applyTheme(next);
    setTheme(next);
  };
  const leave = () => {
    guardLeaving(null);
    signOut();
  };
  return html`<div class="settings">
    <label><span class="unseen">${t('language')}</span>
      <select value=${currentLanguage()} onChange=${(event) => changeLanguage(event.target.value).then(onLanguage)}>
        <option value="en" lang="en">English</option><option value="zh-CN" lang="zh-CN">简体中文</option>
      </select></label>
    <label><span class="unseen">${t('theme')}</span>
      <select value=${theme} onChange=${(event) => choose(event.target.value)}>
        ${['auto', 'light', 'dark'].map((one) => html`<option value=${one}>${t(`theme.${one}`)}</option>`)}
      </select></label>
    ${session.me && html`<button type="button" onClick=${leave}>${t('signOut')}</button>`}
  </div>`;
}
