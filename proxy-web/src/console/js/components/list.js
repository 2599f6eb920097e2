import {useEffect, useRef, useState} from 'hooks';
import {call} from '../core/api.js';
import {formatNumber} from '../core/format.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {currentRoute, navigate, useRoute} from '../core/router.js';
import {t} from '../core/texts.js';
import {Filters} from './filters.js';
import {ErrorBox, Note} from './parts.js';
import {Table} from './table.js';

const PAGE_ITEMS = 50;

/** Changes members of the address; another page of the list is shown by itself. */
function show(change) {
  const {path, query} = currentRoute();
  const replace = 'q' in change;
  navigate(path, {...query, after: undefined, ...change}, replace);
}

function Search({value}) {
  const [typed, setTyped] = useState(value);
  const field = useRef(null);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    const timer = setTimeout(() => typed !== value && show({q: typed}), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const jump = (event) => {
      if (event.key === '/' && !event.target.matches('input, textarea, select')) {
        event.preventDefault();
        field.current?.focus();
      }
    };
    addEventListener('keydown', jump);
    return () => removeEventListener('keydown', jump);
  }, []);
  return html`<label class="search"><span>${t('list.search')}</span>
    <input ref=${field} type="search" maxlength="200" value=${typed} aria-keyshortcuts="/"
      onInput=${(event) => setTyped(event.target.value)} /></label>`;
}

function Pages({query, data, after}) {
  if (!after && !data?.next) {
    return null;
  }
  return html`<nav class="pages" aria-label=${t('list.pages')}>
    <button type="button" disabled=${!after} onClick=${() => show({})}>${t('list.first')}</button>
    <button type="button" disabled=${!after} onClick=${() => history.back()}>${t('list.back')}</button>
    <button type="button" disabled=${!data?.next} onClick=${() => show({after: data.next})}>
      ${t('list.next')}</button>
  </nav>`;
}

/**
 * A list that the server searches, filters, sorts and pages. Its state is in the address.
 *
 * @param {Object} props
 * @param {string[]} props.path below the administration
 * @param {string} props.member of the answer that has the items
 * @param {Array} props.columns of Table
 * @param {Array} [props.filters] of Filters
 * @param {string[]} [props.sorts] the first is the default
 * @param {boolean} [props.search] whether it can be searched
 * @param {Object} [props.fixed] parameters that are always asked with
 */
export function List({path, member, caption, columns, keyOf, filters = [], sorts = [], search = true, fixed = {}}) {
  const {query} = useRoute();
  const names = filters.map((filter) => filter.name);
  const wanted = Object.fromEntries(names.map((name) => [name, query[name]]));
  const asked = {...wanted, q: search ? query.q : undefined, sort: query.sort, after: query.after, limit: PAGE_ITEMS, ...fixed};
  const loaded = useLoad(
    (signal) => call('GET', path, {query: asked, signal}).then((reply) => reply.data),
    [path.join('/'), JSON.stringify(asked)]);
  const items = loaded.data?.[member] ?? [];
  const narrowed = Boolean(query.q) || names.some((name) => query[name]);
  return html`<section class="list">
    <div class="list-tools" role="search">
      ${search && html`<${Search} value=${query.q ?? ''} />`}
      <${Filters} filters=${filters} query=${query} sorts=${sorts} onChange=${show} />
    </div>
    <p class="count" role="status">${loaded.data && loaded.data.total !== undefined
      ? t('list.total', {n: formatNumber(loaded.data.total)}) : loaded.loading ? t('loading') : ''}</p>
    <${ErrorBox} error=${loaded.error} retry=${loaded.reload} />
    ${items.length > 0 && html`<${Table} caption=${caption} columns=${columns} rows=${items}
      keyOf=${keyOf} busy=${loaded.loading} />`}
    ${loaded.data && items.length === 0 && html`<${Note}>
      ${narrowed ? t('list.nothingFound') : t('list.empty')}</${Note}>`}
    <${Pages} query=${query} data=${loaded.data} after=${query.after} />
  </section>`;
}
