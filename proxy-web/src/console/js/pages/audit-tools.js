import {useState} from 'hooks';
import {call} from '../core/api.js';
import {formatNumber} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {ErrorBox, Note} from '../components/parts.js';

const LONG_MILLIS = 120000;

/** Whether the record is whole. */
export function AuditVerify() {
  const [result, setResult] = useState(null);
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    setError(null);
    try {
      setResult((await call('GET', ['audit', 'verify'], {limit: LONG_MILLIS})).data);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return html`<section class="panel"><h2>${t('audit.verify')}</h2><p class="help">${t('audit.verifyHelp')}</p>
    <button type="button" disabled=${busy} onClick=${verify}>${t(busy ? 'audit.verifying' : 'audit.verifyGo')}</button>
    <${ErrorBox} error=${error} />
    <div role="status">${result && (result.whole
      ? html`<${Note} kind="good">${t('audit.whole', {n: formatNumber(result.checked), last: result.last})}
          <br /><code class="long">${result.hash}</code></${Note}>`
      : html`<${Note} kind="bad"><strong>${t('audit.broken', {at: result.break.sequence})}</strong>
          <p>${t(`fault.${result.break.fault}`)}</p><p lang="en">${result.break.detail}</p></${Note}>`)}</div>
  </section>`;
}

/** @param {string} text @param {string} name @param {string} type */
export function saveFile(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The record as a file, of what the list is narrowed to. */
export function AuditExport({query}) {
  const [format, setFormat] = useState('jsonl');
  const [error, setError] = useState(null);
  const save = async () => {
    setError(null);
    try {
      const {account, kind, key, action, since, until} = query;
      const accept = format === 'csv' ? 'text/csv' : 'application/jsonl';
      const reply = await call('GET', ['audit', 'export'], {
        query: {format, account, kind, key, action, since, until}, accept, limit: LONG_MILLIS});
      saveFile(reply.data, `audit.${format}`, accept);
    } catch (failure) {
      setError(failure);
    }
  };
  return html`<section class="panel"><h2>${t('audit.export')}</h2><p class="help">${t('audit.exportHelp')}</p>
    <div class="row"><label class="part"><span>${t('audit.format')}</span>
      <select value=${format} onChange=${(event) => setFormat(event.target.value)}>
        <option value="jsonl">JSON lines</option><option value="csv">CSV</option></select></label>
      <button type="button" onClick=${save}>${t('audit.save')}</button></div>
    <${ErrorBox} error=${error} /></section>`;
}
