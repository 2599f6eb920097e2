import {useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {may} from '../core/session.js';
import {t, textOrNull} from '../core/texts.js';
import {notify} from '../components/notice.js';
import {Badge, ErrorBox, Facts, Note, PageHead, Time} from '../components/parts.js';
import {Table} from '../components/table.js';
import {AsCode} from '../form/as-code.js';
import {PlanView} from '../form/plan.js';

const HELD_EVERY_MILLIS = 5000;
const DECISION_MILLIS = 60000;
const MAX_SHOWN_CHANGES = 100;

function lossColumns() {
  return [
    {label: t('held.kind'), cell: (one) => one.kind},
    {label: t('held.gone'), cell: (one) => html`<${Badge} kind="bad">${t('held.goneOf', {gone: one.gone, before: one.before})}</${Badge}>`},
    {label: t('held.items'), cell: (one) => html`${one.items.join(', ')}${one.items.length < one.gone && ' …'}`},
  ];
}

/** What a decision would change; the decision is made after that was seen. */
function Decision({held, onDecided}) {
  const [plan, setPlan] = useState(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState(null);
  const send = async (decision, dryRun) => {
    setError(null);
    try {
      const query = {dryRun: dryRun || undefined, reason: dryRun ? undefined : reason};
      const {data} = await call('POST', ['registry', 'held', decision], {query, limit: DECISION_MILLIS});
      if (dryRun) {
        setPlan({decision, all: data.changes.length, shown: {...data, changes: data.changes.slice(0, MAX_SHOWN_CHANGES)}});
      } else {
        notify(t('held.decided', {revision: data.revision}));
        onDecided();
      }
    } catch (failure) {
      setPlan(null);
      setError(failure);
      onDecided();
    }
  };
  const request = plan && {method: 'POST', path: ['registry', 'held', plan.decision], query: {reason}};
  const quoted = reason.replaceAll("'", "'\\''");
  const command = plan && `./hansa registry ${plan.decision}${reason && ` --reason '${quoted}'`}`;
  return html`<section><h2>${t('held.decide')}</h2>
    <p>${t('held.acceptMeans')}</p><p>${t('held.rejectMeans', {revision: held.revisionInForce})}</p>
    <div class="actions"><button type="button" onClick=${() => send('reject', true)}>${t('held.previewReject')}</button>
      <button type="button" onClick=${() => send('accept', true)}>${t('held.previewAccept')}</button></div>
    <${ErrorBox} error=${error} />
    ${plan && html`<${PlanView} plan=${plan.shown} />
      ${plan.all > MAX_SHOWN_CHANGES && html`<p>${t('held.moreChanges', {n: plan.all - MAX_SHOWN_CHANGES})}</p>`}
      <label class="reason"><span>${t('form.reason')}</span>
        <input value=${reason} maxlength="500" onInput=${(event) => setReason(event.target.value)} /></label>
      <div class="actions"><button type="button" class=${plan.decision === 'accept' ? 'danger' : 'primary'}
        onClick=${() => send(plan.decision, false)}>${t(plan.decision === 'accept' ? 'held.accept' : 'held.reject')}</button>
        <button type="button" onClick=${() => setPlan(null)}>${t('cancel')}</button></div>
      <${AsCode} request=${request} command=${command} />`}
  </section>`;
}

function Held({held, onDecided}) {
  return html`<${Note} kind="bad"><strong>${textOrNull(`held.${held.reason}`) ?? held.reason}</strong>
      <p lang="en">${held.text}</p><p>${t('held.goesOn')}</p></${Note}>
    <${Facts} rows=${[
      [t('held.since'), html`<${Time} at=${held.since} />`],
      [t('held.revision'), held.revision],
      [t('held.inForce'), held.revisionInForce],
    ]} />
    ${held.losses.length > 0 && html`<${Table} caption=${t('held.losses')} columns=${lossColumns()} rows=${held.losses} keyOf=${(one) => one.kind} />`}
    ${may('write') ? html`<${Decision} held=${held} onDecided=${onDecided} />` : html`<p>${t('held.forAdministrators')}</p>`}`;
}

/** A revision of the registry that no node believes; what would be lost, and the decision about it. */
export function HeldPage() {
  const loaded = useLoad((signal) => call('GET', ['registry', 'held'], {signal}).then((reply) => reply.data), [], HELD_EVERY_MILLIS);
  return html`<${PageHead} title=${t('held.title')} lead=${t('held.lead')} />
    <${ErrorBox} error=${loaded.error} retry=${loaded.reload} />
    ${loaded.data && (loaded.data.held ? html`<${Held} held=${loaded.data} onDecided=${loaded.reload} />`
      : html`<p class="faint">${t('held.none')}</p>`)}`;
}
