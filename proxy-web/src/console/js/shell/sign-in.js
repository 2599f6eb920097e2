import {useEffect, useRef, useState} from 'hooks';
import {html} from '../core/html.js';
import {guardLeaving} from '../core/router.js';
import {session, signIn, signOut} from '../core/session.js';
import {t} from '../core/texts.js';
import {ErrorBox, Note} from '../components/parts.js';
import {NewPassword} from './new-password.js';

function Form({lapsed, account, onMustChange}) {
  const [name, setName] = useState(account ?? '');
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const first = useRef(null);
  useEffect(() => first.current?.focus(), []);
  const send = async (event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      if (lapsed && name !== account) {
        guardLeaving(null);
        signOut();
      }
      await signIn(name, password, keep);
    } catch (failure) {
      setBusy(false);
      if (failure.code === 'password-change-required') {
        onMustChange({account: name, password, keep});
      } else {
        setError(failure);
      }
    }
  };
  return html`<form onSubmit=${send}>
    <label class="stacked"><span>${t('account')}</span>
      <input ref=${account ? null : first} autocomplete="username" required value=${name}
        onInput=${(event) => setName(event.target.value)} /></label>
    <label class="stacked"><span>${t('password')}</span>
      <input ref=${account ? first : null} type="password" autocomplete="current-password" required value=${password}
        onInput=${(event) => setPassword(event.target.value)} /></label>
    <label class="check"><input type="checkbox" checked=${keep} onChange=${(event) => setKeep(event.target.checked)} />
      <span>${t('signIn.keep')}</span></label>
    <${ErrorBox} error=${error} />
    <div class="actions"><button type="submit" class="primary" disabled=${busy}>${t('signIn')}</button>
      ${lapsed && html`<button type="button" onClick=${() => (guardLeaving(null), signOut())}>${t('signOut')}</button>`}</div>
  </form>`;
}

/** The form to sign in; over the page where a session ended, so that what was typed stays. */
export function SignIn({lapsed, account}) {
  const [mustChange, setMustChange] = useState(null);
  return html`<div class=${lapsed ? 'sign-in over' : 'sign-in'} role=${lapsed ? 'dialog' : 'main'}
      aria-labelledby="sign-in-title" aria-modal=${lapsed ? 'true' : undefined}>
    <div class="card">
      <h1 id="sign-in-title">${t(lapsed ? 'signIn.again' : 'signIn.title')}</h1>
      ${lapsed ? html`<${Note} kind="warn">${t(`signIn.${lapsed}`)}</${Note}>`
        : html`<p class="lead">${t('signIn.lead')}</p>`}
      ${mustChange
        ? html`<${NewPassword} old=${mustChange.password} account=${mustChange.account}
            onDone=${(next) => signIn(mustChange.account, next, mustChange.keep)} />`
        : html`<${Form} lapsed=${lapsed} account=${account ?? session.me?.account} onMustChange=${setMustChange} />`}
    </div>
  </div>`;
}
