import {useState} from 'hooks';
import {addressOf} from '../core/api.js';
import {html} from '../core/html.js';
import {session} from '../core/session.js';
import {t} from '../core/texts.js';
import {notify} from '../components/notice.js';
import {toYaml} from './yaml.js';

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** @param {string} text for the clipboard */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notify(t('copied'));
  } catch {
    notify(t('notCopied'), 'warn');
  }
}

/**
 * @typedef {Object} Request
 * @property {string} method @property {string[]} path @property {Object} [query]
 * @property {Object} [body] @property {string} [type] @property {string} [ifMatch]
 */

/** @param {Request} request */
export function asCurl({method, path, query, body, type = 'application/json', ifMatch}) {
  const parts = ['curl', '-u', quoted(session.me?.account ?? 'admin'), '-X', method];
  if (ifMatch) {
    parts.push('-H', quoted(`If-Match: ${ifMatch}`));
  }
  if (body !== undefined) {
    parts.push('-H', quoted(`Content-Type: ${type}`), '-d', quoted(typeof body === 'string' ? body : JSON.stringify(body)));
  }
  parts.push(quoted(location.origin + addressOf(path, query)));
  return parts.join(' ');
}

/** A change as a command, a document or a request, to repeat it or to keep it. */
export function AsCode({list, item, request, command}) {
  const [form, setForm] = useState('command');
  const document = list && item ? {[list]: [item]} : null;
  const yaml = document && toYaml(document);
  const forms = {
    command: command ?? (yaml && `./hansa apply -f - <<'END'\n${yaml}END`),
    yaml,
    curl: asCurl(request),
  };
  const names = Object.keys(forms).filter((name) => forms[name]);
  const chosen = names.includes(form) ? form : names[0];
  return html`<details class="as-code"><summary>${t('asCode.title')}</summary>
    <div class="row">
      ${names.map((name) => html`<label class="check"><input type="radio" name="as-code"
        checked=${chosen === name} onChange=${() => setForm(name)} /> ${t(`asCode.${name}`)}</label>`)}
      <button type="button" onClick=${() => copy(forms[chosen])}>${t('copy')}</button>
    </div>
    <pre tabindex="0" aria-label=${t('asCode.title')}>${forms[chosen]}</pre>
    <p class="help">${t('asCode.help')}</p>
  </details>`;
}
