import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {NEW} from './item-page.js';
import {List} from './list.js';
import {PageHead} from './parts.js';

/** All items of a kind. */
export function ListPage({kind, actions}) {
  return html`<${PageHead} title=${t(`${kind.list}.title`)} lead=${t(`${kind.list}.lead`)}>
      ${actions}
      ${may('write') && html`<a class="button primary" href=${linkTo([kind.list, NEW])}>${t(`${kind.name}.new`)}</a>`}
    </${PageHead}>
    <${List} path=${[kind.list]} member=${kind.list} caption=${t(`${kind.list}.title`)}
      columns=${kind.columns()} filters=${kind.filters?.() ?? []} keyOf=${(item) => item[kind.key]}
      sorts=${['name', '-name', '-changedAt']} />`;
}
