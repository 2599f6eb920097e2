import {useState} from 'hooks';
import {call} from '../core/api.js';
import {formatNumber} from '../core/format.js';
import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {t} from '../core/texts.js';
import {Badge, ErrorBox, Note} from '../components/parts.js';
import {Table} from '../components/table.js';
import {AsCode} from '../form/as-code.js';
import {NameInput} from '../form/compound-inputs.js';
import {HexView} from './hex-view.js';

const EVENT_SIGNS = {FAILED: 'bad', REPLY: 'good'};

function Result({result}) {
  const columns = [
    {label: t('try.event'), cell: (one) => html`<${Badge} kind=${EVENT_SIGNS[one.event] ?? 'plain'}>${t(`event.${one.event}`)}</${Badge}>`},
    {label: t('try.after'), cell: (one) => `${formatNumber(one.micros / 1000)} ms`},
    {label: t('try.bytes'), cell: (one) => one.bytes},
    {label: t('try.detail'), cell: (one) => html`<span lang="en">${one.detail}</span>`},
  ];
  return html`<section aria-live="polite"><h2>${t('try.result')}</h2>
    ${result.outcome === 'REPLY' ? html`<${Note} kind="good">${t('try.replied')}</${Note}>`
      : html`<${Note} kind="bad"><strong>${result.code}</strong> <span lang="en">${result.detail}</span>
          <p>${t('try.advice')}</p></${Note}>`}
    <${Table} caption=${t('try.steps')} columns=${columns} rows=${result.steps} keyOf=${(one) => `${one.micros}/${one.event}`} />
    <div class="columns"><${HexView} title=${t('try.sent')} shown=${result.sent} /><${HexView} title=${t('try.received')} shown=${result.received} /></div>
    ${result.reply && html`<${HexView} title=${t('try.reply')} shown=${result.reply} />`}
    ${result.assistance && html`<${Note}>${t('try.assistance')} <code>${JSON.stringify(result.assistance)}</code></${Note}>`}
  </section>`;
}

/** Sends one request to a server, and shows both sides. */
export function TryView({query}) {
  const [server, setServer] = useState(query.server ?? '');
  const [form, setForm] = useState('bodyText');
  const [data, setData] = useState('');
  const [type, setType] = useState('');
  const [result, setResult] = useState(null);
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const body = {[form]: data, ...(type ? {contentType: type} : {})};
  const send = async (event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    setResult(null);
    try {
      setResult((await call('POST', ['servers', server, 'try'], {body, limit: 35000})).data);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return html`<form onSubmit=${send}><p class="lead">${t('try.lead')}</p>
    <label class="stacked" for="try-server"><span>${t('try.server')}</span>
      <${NameInput} field=${{of: 'servers'}} value=${server} onChange=${(value) => setServer(value ?? '')} attributes=${{id: 'try-server', required: true}} /></label>
    <div class="row" role="radiogroup" aria-label=${t('try.form')}>${['bodyText', 'bodyHex'].map((one) => html`<label class="check">
      <input type="radio" name="try-form" checked=${form === one} onChange=${() => setForm(one)} /> ${t(`try.${one}`)}</label>`)}</div>
    <label class="stacked"><span>${t('try.data')}</span>
      <textarea class="code" rows="5" spellcheck="false" value=${data} onInput=${(event) => setData(event.target.value)}></textarea></label>
    <label class="stacked"><span>${t('try.type')}</span>
      <input value=${type} placeholder="text/plain" onInput=${(event) => setType(event.target.value)} /></label>
    <${ErrorBox} error=${error} />
    <div class="actions"><button type="submit" class="primary" disabled=${busy || !server}>${t(busy ? 'try.waiting' : 'try.send')}</button>
      ${server && html`<a class="button" href=${linkTo(['servers', server])}>${t('try.entry')}</a>`}</div>
    <${AsCode} request=${{method: 'POST', path: ['servers', server, 'try'], body}} />
  </form>
  ${result && html`<${Result} result=${result} />`}`;
}
