import {useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {t} from '../core/texts.js';
import {confirmed} from '../components/dialog.js';
import {notify} from '../components/notice.js';
import {ErrorBox} from '../components/parts.js';
import {Table} from '../components/table.js';
import {permissionKind} from '../kinds/permission.js';

const FOUND = 100;

/** Revokes those permissions of a search that are chosen. */
export function RevokeMany() {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState([]);
  const [error, setError] = useState(null);
  const loaded = useLoad(
    (signal) => (text ? call('GET', ['permissions'], {query: {q: text, limit: FOUND}, signal}).then((reply) => reply.data) : Promise.resolve(null)),
    [text]);
  const rows = loaded.data?.permissions ?? [];
  const toggle = (id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const revoke = async () => {
    const sure = await confirmed({title: t('bulk.revoke'), text: t('bulk.revokeText', {n: chosen.length}), yes: t('bulk.revoke')});
    if (!sure) {
      return;
    }
    setError(null);
    let left = chosen;
    try {
      for (const id of chosen) {
        await call('DELETE', ['permissions', id], {query: {reason: t('bulk.reason')}});
        left = left.filter((one) => one !== id);
      }
      notify(t('bulk.revoked', {n: chosen.length}));
    } catch (failure) {
      setError(failure);
    }
    setChosen(left);
    loaded.reload();
  };
  const columns = [
    {label: t('bulk.choose'), cell: (one) => html`<input type="checkbox" checked=${chosen.includes(one.id)}
      aria-label=${`${one.subject} ${one.capability}`} onChange=${() => toggle(one.id)} />`},
    ...permissionKind.columns(),
  ];
  return html`<section><h2>${t('bulk.revoke')}</h2>
    <label class="search"><span>${t('bulk.find')}</span>
      <input type="search" value=${text} onChange=${(event) => setText(event.target.value)} /></label>
    <${ErrorBox} error=${error ?? loaded.error} />
    ${rows.length > 0 && html`<p><button type="button" onClick=${() => setChosen(rows.map((one) => one.id))}>${t('bulk.all')}</button></p>
      <${Table} caption=${t('bulk.revoke')} columns=${columns} rows=${rows} keyOf=${(one) => one.id} />`}
    ${text && loaded.data && rows.length === 0 && html`<p>${t('list.nothingFound')}</p>`}
    <div class="actions"><button type="button" class="danger" disabled=${chosen.length === 0} onClick=${revoke}>
      ${t('bulk.revokeN', {n: chosen.length})}</button></div>
  </section>`;
}
