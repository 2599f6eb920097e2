import {useState} from 'hooks';
import {call} from '../core/api.js';
import {fromLocalInput, toLocalInput} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {confirmed, Dialog} from '../components/dialog.js';
import {notify} from '../components/notice.js';
import {ErrorBox} from '../components/parts.js';
import {AsCode} from '../form/as-code.js';
import {PlanView} from '../form/plan.js';

const HOUR_MILLIS = 3600000;

function overriddenPath(target) {
  const [kind, id] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)];
  return [`${kind}s`, id, 'override'];
}

/** Ends what an operator set. @param {{kind: string, target: string}} one of the list of overrides */
export async function endOverride(one) {
  const sure = await confirmed({title: t('operating.endNow'), text: t('operating.endText', {name: one.target}), yes: t('operating.endNow')});
  if (!sure) {
    return;
  }
  const request = one.kind === 'BREAKER'
    ? call('PUT', ['breakers', one.target], {body: {state: 'AUTOMATIC'}})
    : call('DELETE', overriddenPath(one.target));
  await request.then(() => notify(t('operating.ended', {name: one.target})), (failure) => notify(failure.heading, 'bad'));
}

function OverrideForm({list, id, onClose, onDone}) {
  const states = list === 'nodes' ? ['DRAINING'] : ['QUARANTINED', 'DRAINING', 'WEIGHT'];
  const [state, setState] = useState(states[0]);
  const [weight, setWeight] = useState(0.2);
  const [until, setUntil] = useState(new Date(Date.now() + HOUR_MILLIS).toISOString());
  const [reason, setReason] = useState('');
  const [plan, setPlan] = useState(null);
  const [error, setError] = useState(null);
  const body = {...(state === 'WEIGHT' ? {weight} : {state}), ...(until ? {until} : {}), reason};
  const change = (set) => (value) => {
    set(value);
    setPlan(null);
  };
  const send = async (event) => {
    event.preventDefault();
    setError(null);
    try {
      const reply = await call('PUT', [list, id, 'override'], {body, query: {dryRun: plan ? undefined : true}});
      if (plan) {
        notify(t('operating.set', {name: id}));
        onDone();
        onClose();
      } else {
        setPlan(reply.data);
      }
    } catch (failure) {
      setPlan(null);
      setError(failure);
    }
  };
  return html`<form onSubmit=${send}>
    <label class="stacked"><span>${t('operating.what')}</span>
      <select value=${state} onChange=${(event) => change(setState)(event.target.value)}>
        ${states.map((one) => html`<option value=${one}>${t(`override.${one}`)}</option>`)}</select></label>
    ${state === 'WEIGHT' && html`<label class="stacked"><span>${t('override.share')}</span>
      <input type="number" min="0" max="1" step="0.05" value=${weight} onInput=${(event) => change(setWeight)(Number(event.target.value))} /></label>`}
    <label class="stacked"><span>${t('operating.until')}</span>
      <input type="datetime-local" value=${toLocalInput(until)} onChange=${(event) => change(setUntil)(fromLocalInput(event.target.value))} /></label>
    <p class="help">${t('operating.untilHelp')}</p>
    <label class="stacked"><span>${t('form.reason')}</span>
      <input required maxlength="500" value=${reason} onInput=${(event) => change(setReason)(event.target.value)} /></label>
    <${ErrorBox} error=${error} />
    ${plan && html`<${PlanView} plan=${plan} />`}
    <div class="actions"><button type="submit" class="primary">${t(plan ? 'form.save' : 'form.preview')}</button>
      <button type="button" onClick=${onClose}>${t('cancel')}</button></div>
    <${AsCode} request=${{method: 'PUT', path: [list, id, 'override'], body}} />
  </form>`;
}

/** Takes a server or a node out of use, or gives a server less work, until a time. */
export function OverrideButton({list, id, onDone}) {
  const [open, setOpen] = useState(false);
  return html`<button type="button" onClick=${() => setOpen(true)}>${t(list === 'nodes' ? 'override.drain' : 'override.takeOut')}</button>
    ${open && html`<${Dialog} title=${t('override.title', {name: id})} onClose=${() => setOpen(false)}>
      <${OverrideForm} list=${list} id=${id} onClose=${() => setOpen(false)} onDone=${onDone} />
    </${Dialog}>`}`;
}
