import {useState} from 'hooks';
import {html} from '../core/html.js';
import {changePassword} from '../core/session.js';
import {t} from '../core/texts.js';
import {ErrorBox, Note} from '../components/parts.js';

/**
 * A new password for an account.
 *
 * @param {{account: string, old: string|null, onDone: function(string): Promise<void>}} props
 *     old: null where the person enters it
 */
export function NewPassword({account, old = null, onDone}) {
  const [before, setBefore] = useState(old ?? '');
  const [after, setAfter] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const differ = again !== '' && after !== again;
  const send = async (event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await changePassword(account, before, after);
      await onDone(after);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const field = (label, value, change, complete) => html`<label class="stacked"><span>${label}</span>
    <input type="password" autocomplete=${complete} required value=${value}
      onInput=${(event) => change(event.target.value)} /></label>`;
  return html`<form onSubmit=${send}>
    ${old !== null && html`<${Note} kind="warn">${t('password.mustChange')}</${Note}>`}
    ${old === null && field(t('password.old'), before, setBefore, 'current-password')}
    ${field(t('password.new'), after, setAfter, 'new-password')}
    ${field(t('password.again'), again, setAgain, 'new-password')}
    ${differ && html`<p class="fault" role="alert">${t('password.differ')}</p>`}
    <${ErrorBox} error=${error} />
    <button type="submit" class="primary" disabled=${busy || !after || after !== again}>${t('password.change')}</button>
  </form>`;
}
