import {useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {linkTo, navigate} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {ItemForm} from '../form/item-form.js';
import {Consequences} from '../form/plan.js';
import {RemoveButton} from '../form/remove.js';
import {ErrorBox, Facts, Note, PageHead, Time} from './parts.js';

/** In the address, in place of the name of an item that is yet to be made. No name begins so. */
export const NEW = '+new';

function Head({kind, id, read, actions}) {
  return html`<nav class="trail" aria-label=${t('trail')}>
      <a href=${linkTo([kind.list])}>${t(`${kind.list}.title`)}</a></nav>
    <${PageHead} title=${id ?? t(`${kind.name}.new`)} lead=${t(`${kind.list}.lead`)}>
      ${id && read && actions}
      ${id && read && may('write') && html`<${RemoveButton} kind=${kind} id=${id} etag=${read.etag}
        onRemoved=${() => navigate([kind.list])} />`}
    </${PageHead}>`;
}

/**
 * An item: what is known of it, and the form that changes it.
 *
 * @param {{kind: Object, id: string|null, start: Object, top: function(Object): *, extra: function(Object): *,
 *     actions: function(Object): *}} props
 */
export function ItemPage({kind, id, start = {}, top, extra, actions}) {
  const [version, setVersion] = useState(0);
  const [warnings, setWarnings] = useState([]);
  const loaded = useLoad(
    (signal) => (id ? call('GET', [kind.list, id], {signal}) : Promise.resolve({data: start, etag: null})),
    [id, version]);
  const saved = (reply) => {
    setWarnings(reply.data.warnings ?? []);
    const key = reply.data[kind.key];
    if (key !== id) {
      navigate([kind.list, key]);
    }
    setVersion(version + 1);
  };
  const read = loaded.data;
  return html`<${Head} kind=${kind} id=${id} read=${read} actions=${read && actions?.(read.data, loaded.reload)} />
    <${ErrorBox} error=${loaded.error} retry=${loaded.reload} />
    ${warnings.length > 0 && html`<${Note} kind="warn"><strong>${t('form.warnings')}</strong>
      <${Consequences} items=${warnings} /></${Note}>`}
    ${read && html`
      ${id && html`<${Facts} rows=${[[t('changedAt'), html`<${Time} at=${read.data.changedAt} />`],
        [t('history'), html`<a href=${linkTo(['audit'], {kind: kind.name, key: id})}>${t('history.show')}</a>`]]} />`}
      ${id && top?.(read.data)}
      <${ItemForm} key=${`${id}/${read.etag}`} kind=${kind} id=${id} read=${read} onSaved=${saved} />
      ${id && extra?.(read.data)}`}`;
}
