import {useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {notify} from '../components/notice.js';
import {ErrorBox, PageHead} from '../components/parts.js';
import {PlanView} from '../form/plan.js';
import {saveFile} from './audit-tools.js';

const EXPORTED = ['accounts', 'groups', 'capabilities', 'servers', 'permissions', 'peers'];
const YAML = 'application/yaml';

function Export({onText}) {
  const [kinds, setKinds] = useState(EXPORTED);
  const [label, setLabel] = useState('');
  const [error, setError] = useState(null);
  const read = async (use) => {
    setError(null);
    try {
      const query = {kind: kinds.length === EXPORTED.length ? undefined : kinds.join(','), label};
      use((await call('GET', ['export'], {query, accept: YAML, limit: 60000})).data);
    } catch (failure) {
      setError(failure);
    }
  };
  const toggle = (kind) => setKinds(EXPORTED.filter((one) => (one === kind) !== kinds.includes(one)));
  return html`<section><h2>${t('document.export')}</h2>
    <div class="checks">${EXPORTED.map((kind) => html`<label class="check"><input type="checkbox"
      checked=${kinds.includes(kind)} onChange=${() => toggle(kind)} /> ${t(`${kind}.title`)}</label>`)}</div>
    <label class="stacked"><span>${t('document.label')}</span>
      <input value=${label} placeholder="team=trade" onInput=${(event) => setLabel(event.target.value)} /></label>
    <${ErrorBox} error=${error} />
    <div class="actions"><button type="button" onClick=${() => read((text) => saveFile(text, 'registry.yaml', YAML))}>${t('document.save')}</button>
      <button type="button" onClick=${() => read(onText)}>${t('document.show')}</button></div>
  </section>`;
}

function Apply({text, onText}) {
  const [prune, setPrune] = useState('');
  const [many, setMany] = useState(false);
  const [reason, setReason] = useState('');
  const [plan, setPlan] = useState(null);
  const [error, setError] = useState(null);
  const change = (next) => {
    onText(next);
    setPlan(null);
  };
  const open = async (event) => change(await event.target.files[0].text());
  const send = async (event) => {
    event.preventDefault();
    setError(null);
    try {
      const query = {prune, allowDeletes: many || undefined, dryRun: plan ? undefined : true, reason: plan ? reason : undefined};
      const reply = await call('POST', ['apply'], {body: text, type: YAML, query, limit: 60000});
      if (plan) {
        notify(t('document.applied', {n: reply.data.changes.length, revision: reply.data.revision}));
      }
      setPlan(plan ? null : reply.data);
    } catch (failure) {
      setPlan(null);
      setError(failure);
    }
  };
  return html`<form onSubmit=${send}><h2>${t('document.apply')}</h2><p class="help">${t('document.applyHelp')}</p>
    <label class="stacked"><span>${t('document.file')}</span><input type="file" accept=".yaml,.yml,.json" onChange=${open} /></label>
    <label class="stacked"><span>${t('document.text')}</span>
      <textarea class="code" rows="16" spellcheck="false" value=${text} onInput=${(event) => change(event.target.value)}></textarea></label>
    <label class="stacked"><span>${t('document.prune')}</span>
      <input value=${prune} placeholder="team=trade" onInput=${(event) => (setPrune(event.target.value), setPlan(null))} /></label>
    <label class="check"><input type="checkbox" checked=${many} onChange=${(event) => (setMany(event.target.checked), setPlan(null))} />
      <span>${t('document.many')}</span></label>
    <${ErrorBox} error=${error} />
    ${error?.faults.length > 0 && html`<ul class="fault" lang="en">${error.faults.map((one) => html`<li><code>${one.member}</code> ${one.message}</li>`)}</ul>`}
    ${plan && html`<${PlanView} plan=${plan} /><label class="reason"><span>${t('form.reason')}</span>
      <input value=${reason} maxlength="500" onInput=${(event) => setReason(event.target.value)} /></label>`}
    <div class="actions"><button type="submit" class="primary" disabled=${!text.trim()}>
      ${t(plan ? 'document.go' : 'form.preview')}</button></div>
  </form>`;
}

/** The registry as a document: export it, and apply one after a look at the plan. */
export function DocumentPage() {
  const [text, setText] = useState('');
  return html`<${PageHead} title=${t('document.title')} lead=${t('document.lead')} />
    <${Export} onText=${setText} />
    ${may('write') ? html`<${Apply} text=${text} onText=${setText} />`
      : text && html`<pre tabindex="0" aria-label=${t('document.text')}>${text}</pre>`}`;
}
