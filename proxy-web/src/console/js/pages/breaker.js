import {useState} from 'hooks';
import {call} from '../core/api.js';
import {fromLocalInput, toLocalInput} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {Dialog} from '../components/dialog.js';
import {notify} from '../components/notice.js';
import {ErrorBox} from '../components/parts.js';
import {PlanView} from '../form/plan.js';

function BreakerForm({target, onClose, onDone}) {
  const [state, setState] = useState('FORCED_OPEN');
  const [until, setUntil] = useState(new Date(Date.now() + 3600000).toISOString());
  const [reason, setReason] = useState('');
  const [plan, setPlan] = useState(null);
  const [error, setError] = useState(null);
  const end = state === 'AUTOMATIC' ? null : until;
  const body = {state, ...(end ? {until: end} : {}), ...(reason ? {reason} : {})};
  const change = (set) => (value) => {
    set(value);
    setPlan(null);
  };
  const send = async (event) => {
    event.preventDefault();
    setError(null);
    try {
      const reply = await call('PUT', ['breakers', target], {body, query: {dryRun: plan ? undefined : true}});
      if (plan) {
        notify(t('operating.set', {name: target}));
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
        ${['FORCED_OPEN', 'FORCED_CLOSED', 'AUTOMATIC'].map((one) => html`<option value=${one}>${t(`breaker.${one}`)}</option>`)}</select></label>
    ${state !== 'AUTOMATIC' && html`<label class="stacked"><span>${t('operating.until')}</span>
      <input type="datetime-local" value=${toLocalInput(until)} onChange=${(event) => change(setUntil)(fromLocalInput(event.target.value))} /></label>`}
    <label class="stacked"><span>${t('form.reason')}</span>
      <input maxlength="500" value=${reason} onInput=${(event) => change(setReason)(event.target.value)} /></label>
    <${ErrorBox} error=${error} />
    ${plan && html`<${PlanView} plan=${plan} />`}
    <div class="actions"><button type="submit" class="primary">${t(plan ? 'form.save' : 'form.preview')}</button>
      <button type="button" onClick=${onClose}>${t('cancel')}</button></div>
  </form>`;
}

/** Sets a breaker by hand, until a time. */
export function BreakerButton({target, onDone}) {
  const [open, setOpen] = useState(false);
  return html`<button type="button" onClick=${() => setOpen(true)}>${t('breaker.set')}</button>
    ${open && html`<${Dialog} title=${t('breaker.title', {name: target})} onClose=${() => setOpen(false)}>
      <p>${t('breaker.lead')}</p>
      <${BreakerForm} target=${target} onClose=${() => setOpen(false)} onDone=${onDone} />
    </${Dialog}>`}`;
}
