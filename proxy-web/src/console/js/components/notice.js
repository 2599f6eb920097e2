import {useEffect, useState} from 'hooks';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';

const SHOWN_MILLIS = 8000;
let showNotice = null;

/** Says what was done, for some seconds. @param {string} text @param {'good'|'bad'|'warn'} [kind] */
export function notify(text, kind = 'good') {
  showNotice?.({text, kind, at: Date.now()});
}

/** Where notices are shown; stands once in the page, so that a screen reader reads them. */
export function Notices() {
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    showNotice = setNotice;
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setNotice(null), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [notice]);
  return html`<div class="notices" role="status" aria-live="polite">
    ${notice && html`<div class=${`box ${notice.kind}`}>${notice.text}
      <button type="button" class="quiet" aria-label=${t('close')} onClick=${() => setNotice(null)}>×</button>
    </div>`}
  </div>`;
}
