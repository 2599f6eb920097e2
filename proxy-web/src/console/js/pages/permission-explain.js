import {useState} from 'hooks';
import {call} from '../core/api.js';
import {formatNumber, fromLocalInput, toLocalInput} from '../core/format.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {linkTo, navigate} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {Badge, ErrorBox, Note} from '../components/parts.js';
import {Table} from '../components/table.js';
import {useSuggestions} from '../form/compound-inputs.js';
import {permissionKind} from '../kinds/permission.js';

function Question({query}) {
  const [asked, setAsked] = useState(query);
  const change = (name) => (event) => setAsked({...asked, [name]: event.target.value});
  const accounts = useSuggestions('accounts', (asked.subject ?? '').replace(/^account:?/, ''));
  const capabilities = useSuggestions('capabilities', asked.capability ?? '');
  const send = (event) => {
    event.preventDefault();
    navigate(['permissions', '+explain'], asked);
  };
  return html`<form class="question" onSubmit=${send}>
    <label class="stacked"><span>${t('explain.subject')}</span>
      <input required list="explain-subjects" placeholder="account:shop" value=${asked.subject ?? ''} onInput=${change('subject')} />
      <datalist id="explain-subjects">${accounts.map((name) => html`<option value=${`account:${name}`} />`)}</datalist></label>
    <label class="stacked"><span>${t('explain.capability')}</span>
      <input required list="explain-capabilities" placeholder="trade.settle" value=${asked.capability ?? ''} onInput=${change('capability')} />
      <datalist id="explain-capabilities">${capabilities.map((name) => html`<option value=${name} />`)}</datalist></label>
    <label class="stacked"><span>${t('explain.at')}</span>
      <input type="datetime-local" value=${toLocalInput(asked.at)}
        onChange=${(event) => setAsked({...asked, at: fromLocalInput(event.target.value)})} /></label>
    <button type="submit" class="primary">${t('explain.ask')}</button>
  </form>`;
}

function Candidates({items}) {
  const columns = [
    {label: t('explain.target'), cell: (one) => one.target},
    {label: t('state'), cell: (one) => html`<${Badge} kind=${one.taken ? 'good' : one.state === 'AVAILABLE' ? 'plain' : 'warn'}>${one.state}</${Badge}>`},
    {label: t('load'), cell: (one) => `${formatNumber(one.load)} / ${formatNumber(one.threshold)}`},
    {label: t('explain.why'), cell: (one) => html`<span lang="en">${one.why}</span>`},
  ];
  return html`<h2>${t('explain.route')}</h2>
    ${items.length === 0 ? html`<p class="box warn">${t('explain.noCandidate')}</p>`
      : html`<${Table} caption=${t('explain.route')} columns=${columns} rows=${items} keyOf=${(one) => `${one.proxy}/${one.target}`} />`}`;
}

function Answer({query}) {
  const {subject, capability, at} = query;
  const loaded = useLoad(
    (signal) => call('GET', ['explain', 'route'], {query: {subject, capability, at}, signal}).then((reply) => reply.data),
    [subject, capability, at]);
  const answer = loaded.data;
  if (!answer) {
    return html`<${ErrorBox} error=${loaded.error} retry=${loaded.reload} />`;
  }
  return html`<section aria-live="polite">
    <${Note} kind=${answer.allowed ? 'good' : 'bad'}>
      <p class="answer">${t(answer.allowed ? 'explain.yes' : 'explain.no', {subject, capability})}</p>
      <p lang="en">${answer.reason}</p>
      ${answer.refusal && answer.allowed && html`<p><strong>${t('explain.refusedNow')}</strong> <span lang="en">${answer.refusal.detail}</span></p>`}
    </${Note}>
    ${answer.grants.length > 0 && html`<h2>${t('explain.grants')}</h2>
      <${Table} caption=${t('explain.grants')} columns=${permissionKind.columns()} rows=${answer.grants} keyOf=${(one) => one.id} />`}
    ${!answer.allowed && answer.grants.length === 0 && may('write') && html`<p>
      <a class="button primary" href=${linkTo(['permissions', '+new'], {subject, capability})}>${t('explain.grant')}</a></p>`}
    ${(answer.quotas ?? []).map((one) => html`<p>${t('explain.quota', {used: one.used, limit: one.limit, period: t(`period.${one.period}`)})}</p>`)}
    <${Candidates} items=${answer.candidates} />
  </section>`;
}

/** May X call Y, and why? */
export function ExplainView({query}) {
  return html`<${Question} key=${JSON.stringify(query)} query=${query} />
    ${query.subject && query.capability && html`<${Answer} query=${query} />`}`;
}
