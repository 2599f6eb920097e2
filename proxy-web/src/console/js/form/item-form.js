import {useLayoutEffect, useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {guardLeaving} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {confirmed} from '../components/dialog.js';
import {notify} from '../components/notice.js';
import {ErrorBox} from '../components/parts.js';
import {AsCode} from './as-code.js';
import {Fields} from './fields.js';
import {MergeView} from './merge.js';
import {PlanView} from './plan.js';

const MADE_BY_SERVER = ['changedAt', 'warnings', 'passwordSet', 'members', 'memberCount', 'lastUsed', 'usesSince'];

/** The item as a PUT takes it: without what the server makes, and without what is left open. */
export function writable(item) {
  return Object.fromEntries(Object.entries(item)
    .filter(([name, value]) => !MADE_BY_SERVER.includes(name) && name !== 'isNew' && value !== null && value !== undefined)
    .filter(([name, value]) => name !== 'labels' || Object.keys(value).length > 0));
}

function requestOf(kind, id, draft, etag) {
  const body = writable(draft);
  if (kind.made && draft.isNew) {
    return {method: 'POST', path: [kind.list], body};
  }
  const key = draft.isNew ? body[kind.key] : id;
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== kind.key));
  return {method: 'PUT', path: [kind.list, key ?? ''], body: rest, ifMatch: etag, ifNew: draft.isNew};
}

/**
 * A form for an item of any kind: it previews what a change does, saves it, keeps what was typed
 * when that fails, and merges when somebody else saved meanwhile.
 *
 * @param {{kind: Object, id: string, read: {data: Object, etag: string}, onSaved: function(Object): void}} props
 */
export function ItemForm({kind, id, read, onSaved}) {
  const isNew = !id;
  const [base, setBase] = useState(read);
  const [draft, setDraft] = useState({...read.data, isNew});
  const [plan, setPlan] = useState(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState(null);
  const [theirs, setTheirs] = useState(null);
  const [busy, setBusy] = useState(false);
  const [touched, setTouched] = useState(false);
  const changed = touched && JSON.stringify(writable(draft)) !== JSON.stringify(writable(base.data));
  // Before the next event: a click that follows at once finds the guard as the form is.
  useLayoutEffect(() => {
    const ask = () => confirmed({title: t('form.leave'), text: t('form.leaveText'), yes: t('form.leaveYes')});
    guardLeaving(changed ? ask : null);
    return () => guardLeaving(null);
  }, [changed]);
  const change = (name, value) => {
    setTouched(true);
    setDraft((before) => ({...before, [name]: value}));
    setPlan(null);
  };
  const request = requestOf(kind, id, draft, base.etag);
  const send = async (dryRun) => {
    setBusy(true);
    setError(null);
    try {
      const {method, path, ...asked} = request;
      const query = {dryRun: dryRun || undefined, reason: dryRun ? undefined : reason};
      const reply = await call(method, path, {...asked, query});
      if (dryRun) {
        setPlan(reply.data);
      } else {
        guardLeaving(null);
        notify(t('form.saved'));
        onSaved(reply);
      }
    } catch (failure) {
      setPlan(null);
      setError(failure);
      if (failure.code === 'change-conflict' && !isNew) {
        setTheirs(await call('GET', [kind.list, id]));
      }
    } finally {
      setBusy(false);
    }
  };
  const merged = (values) => {
    setBase(theirs);
    setDraft({...theirs.data, ...values, isNew});
    setTheirs(null);
    setError(null);
  };
  const readOnly = !may('write');
  const names = kind.fields.map((field) => field.name);
  return html`<form class="item-form" noValidate onSubmit=${(event) => (event.preventDefault(), send(!plan))}>
    ${readOnly && html`<p class="box plain">${t('form.readOnly')}</p>`}
    <${Fields} kind=${kind.name} fields=${kind.fields} draft=${draft} onChange=${change}
      faults=${error?.faults ?? []} disabled=${readOnly || busy} />
    ${theirs ? html`<${MergeView} kind=${kind.name} base=${base.data} mine=${draft} theirs=${theirs.data}
      names=${names} onMerged=${merged} />` : html`<${ErrorBox} error=${error} />`}
    ${plan && html`<${PlanView} plan=${plan} />
      <label class="reason"><span>${t('form.reason')}</span>
        <input value=${reason} maxlength="500" onInput=${(event) => setReason(event.target.value)} /></label>`}
    ${!readOnly && html`<div class="actions">
      <button type="submit" class="primary" disabled=${busy || !(changed || isNew) || theirs}>
        ${t(plan ? 'form.save' : 'form.preview')}</button>
      ${changed && !isNew && html`<button type="button" onClick=${() => (setDraft({...base.data, isNew}), setPlan(null), setError(null))}>
        ${t('form.undo')}</button>`}
    </div>
    <${AsCode} list=${kind.list} item=${kind.made ? {...writable(draft), id: undefined} : {[kind.key]: id ?? draft[kind.key], ...writable(draft)}} request=${request} />`}
  </form>`;
}
