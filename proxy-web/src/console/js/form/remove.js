import {useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {Dialog} from '../components/dialog.js';
import {notify} from '../components/notice.js';
import {ErrorBox} from '../components/parts.js';
import {PlanView} from './plan.js';

/** Removes an item after it has shown what goes with it. */
export function RemoveButton({kind, id, etag, onRemoved}) {
  const [open, setOpen] = useState(false);
  const [plan, setPlan] = useState(null);
  const [error, setError] = useState(null);
  const [cascade, setCascade] = useState(false);
  const [reason, setReason] = useState('');
  const send = async (dryRun, withOthers) => {
    setError(null);
    try {
      const query = {dryRun: dryRun || undefined, cascade: withOthers || undefined, reason};
      const reply = await call('DELETE', [kind.list, id], {query, ifMatch: etag});
      if (dryRun) {
        setPlan(reply.data);
      } else {
        setOpen(false);
        notify(t('form.removed', {name: id}));
        onRemoved();
      }
    } catch (failure) {
      setPlan(null);
      setError(failure);
    }
  };
  const start = () => {
    setOpen(true);
    setCascade(false);
    send(true, false);
  };
  const withOthers = () => {
    setCascade(true);
    send(true, true);
  };
  return html`<button type="button" class="danger" onClick=${start}>${t('form.remove')}</button>
    ${open && html`<${Dialog} title=${t('form.removeTitle', {name: id})} onClose=${() => setOpen(false)}>
      <${ErrorBox} error=${error} />
      ${error?.code === 'in-use' && !cascade && html`<p>
        <button type="button" onClick=${withOthers}>${t('form.cascade')}</button></p>`}
      ${plan && html`<${PlanView} plan=${plan} />
        <label class="reason"><span>${t('form.reason')}</span>
          <input value=${reason} maxlength="500" onInput=${(event) => setReason(event.target.value)} /></label>`}
      <div class="actions">
        <button type="button" class="danger" disabled=${!plan} onClick=${() => send(false, cascade)}>
          ${t('form.removeYes')}</button>
        <button type="button" onClick=${() => setOpen(false)}>${t('cancel')}</button>
      </div>
    </${Dialog}>`}`;
}
