import {useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {ErrorBox, Facts, Note} from '../components/parts.js';
import {HexView} from './hex-view.js';

const ASSIST_SIGNS = {MATCHED: 'good', NOT_MATCHED: 'warn', UNREADABLE: 'bad'};
const EXAMPLE = '[{"prefix":"HANSA-ASSIST "}]';

function Outcome({result}) {
  return html`<section aria-live="polite"><h2>${t('try.result')}</h2>
    <${Note} kind=${ASSIST_SIGNS[result.outcome]}><strong>${t(`assist.${result.outcome}`, {n: (result.rule ?? 0) + 1})}</strong>
      <p lang="en">${result.reason}</p></${Note}>
    ${result.passedOver.length > 0 && html`<h3>${t('assist.passedOver')}</h3>
      <ol lang="en">${result.passedOver.map((one) => html`<li>${one}</li>`)}</ol>`}
    ${result.capability && html`<${Facts} rows=${[[t('permission.capability'), result.capability], [t('try.type'), result.contentType]]} />`}
    ${result.data && html`<${HexView} title=${t('assist.data')} shown=${result.data} />`}
  </section>`;
}

/** Puts a reply to assist rules: does it ask for help, and for what? */
export function AssistView() {
  const [rules, setRules] = useState(EXAMPLE);
  const [form, setForm] = useState('bodyText');
  const [data, setData] = useState('');
  const [type, setType] = useState('');
  const [result, setResult] = useState(null);
  const [error, setError] = useState(null);
  const send = async (event) => {
    event.preventDefault();
    setError(null);
    setResult(null);
    try {
      const body = {rules: JSON.parse(rules), [form]: data, ...(type ? {contentType: type} : {})};
      setResult((await call('POST', ['assist', 'try'], {body})).data);
    } catch (failure) {
      setError(failure instanceof SyntaxError ? {heading: t('noJson'), detail: failure.message} : failure);
    }
  };
  return html`<form onSubmit=${send}><p class="lead">${t('assist.lead')}</p>
    <label class="stacked"><span>${t('assist.rules')}</span>
      <textarea class="code" rows="4" spellcheck="false" value=${rules} onInput=${(event) => setRules(event.target.value)}></textarea></label>
    <div class="row" role="radiogroup" aria-label=${t('try.form')}>${['bodyText', 'bodyHex'].map((one) => html`<label class="check">
      <input type="radio" name="assist-form" checked=${form === one} onChange=${() => setForm(one)} /> ${t(`try.${one}`)}</label>`)}</div>
    <label class="stacked"><span>${t('assist.reply')}</span>
      <textarea class="code" rows="5" spellcheck="false" value=${data} onInput=${(event) => setData(event.target.value)}></textarea></label>
    <label class="stacked"><span>${t('try.type')}</span>
      <input value=${type} placeholder="application/json" onInput=${(event) => setType(event.target.value)} /></label>
    <${ErrorBox} error=${error} />
    <button type="submit" class="primary">${t('assist.go')}</button>
  </form>
  ${result && html`<${Outcome} result=${result} />`}`;
}
