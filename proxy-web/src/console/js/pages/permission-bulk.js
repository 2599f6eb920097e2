import {useState} from 'hooks';
import {call} from '../core/api.js';
import {fromLocalInput, toLocalInput} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {notify} from '../components/notice.js';
import {ErrorBox} from '../components/parts.js';
import {AsCode} from '../form/as-code.js';
import {PlanView} from '../form/plan.js';
import {RevokeMany} from './permission-revoke.js';

const names = (text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))];

/** Every subject with every capability. @returns {Object[]} permissions as the document takes them */
export function combinations({subjects, capabilities, effect, validUntil}) {
  return names(subjects).flatMap((subject) => names(capabilities).map((capability) => ({
    subject: /^(account|group|peer):/.test(subject) ? subject : `account:${subject}`,
    capability,
    ...(effect === 'DENY' ? {effect} : {}),
    ...(validUntil ? {validUntil} : {}),
  })));
}

/** Grants many permissions at once, in one transaction; and revokes many. */
export function BulkView({query}) {
  const [wanted, setWanted] = useState({subjects: '', capabilities: '', effect: 'ALLOW', validUntil: null});
  const [plan, setPlan] = useState(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState(null);
  const change = (name, value) => {
    setWanted({...wanted, [name]: value});
    setPlan(null);
  };
  const permissions = combinations(wanted);
  const body = {permissions};
  const send = async (event) => {
    event.preventDefault();
    setError(null);
    try {
      const query = plan ? {reason} : {dryRun: true};
      const reply = await call('POST', ['apply'], {body, query});
      if (plan) {
        notify(t('bulk.done', {n: reply.data.changes.length}));
        setWanted({...wanted, subjects: ''});
      }
      setPlan(plan ? null : reply.data);
    } catch (failure) {
      setPlan(null);
      setError(failure);
    }
  };
  const area = (name) => html`<label class="stacked"><span>${t(`bulk.${name}`)}</span>
    <textarea rows="4" spellcheck="false" value=${wanted[name]} onInput=${(event) => change(name, event.target.value)}></textarea></label>`;
  return html`<p class="lead">${t('bulk.lead')}</p>
    <form onSubmit=${send}><h2>${t('bulk.grant')}</h2>
      <div class="columns">${area('subjects')}${area('capabilities')}</div>
      <div class="row">
        <label class="part"><span>${t('permission.effect')}</span>
          <select value=${wanted.effect} onChange=${(event) => change('effect', event.target.value)}>
            <option value="ALLOW">${t('effect.ALLOW')}</option><option value="DENY">${t('effect.DENY')}</option></select></label>
        <label class="part"><span>${t('permission.validUntil')}</span>
          <input type="datetime-local" value=${toLocalInput(wanted.validUntil)}
            onChange=${(event) => change('validUntil', fromLocalInput(event.target.value))} /></label>
      </div>
      <p role="status">${t('bulk.count', {n: permissions.length})}</p>
      <${ErrorBox} error=${error} />
      ${plan && html`<${PlanView} plan=${plan} /><label class="reason"><span>${t('form.reason')}</span>
        <input value=${reason} maxlength="500" onInput=${(event) => setReason(event.target.value)} /></label>`}
      <button type="submit" class="primary" disabled=${permissions.length === 0}>${t(plan ? 'form.save' : 'form.preview')}</button>
      <${AsCode} list=${null} request=${{method: 'POST', path: ['apply'], body}} />
    </form>
    <${RevokeMany} query=${query} />`;
}
