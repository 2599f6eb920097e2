import {html} from '../core/html.js';
import {brief} from '../core/format.js';
import {t, textOrNull} from '../core/texts.js';
import {Badge} from '../components/parts.js';

const SILENT = ['changedAt', 'warnings'];

/** The members that differ, and how. @returns {Array<[string, *, *]>} */
export function differences(before, after) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => !SILENT.includes(name))
    .filter((name) => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null))
    .map((name) => [name, before?.[name], after?.[name]]);
}

/** Before and after, member by member. */
export function Difference({before, after}) {
  return html`<table class="difference" role="table">
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${t('plan.member')}</th>
      <th role="columnheader" scope="col">${t('plan.before')}</th>
      <th role="columnheader" scope="col">${t('plan.after')}</th></tr></thead>
    <tbody role="rowgroup">${differences(before, after).map(([name, old, now]) => html`<tr role="row">
      <th role="rowheader" scope="row">${name}</th>
      <td role="cell" class="old" data-label=${t('plan.before')}>${brief(old)}</td>
      <td role="cell" class="new" data-label=${t('plan.after')}>${brief(now)}</td></tr>`)}</tbody>
  </table>`;
}

function Change({change}) {
  const what = change.before === null ? 'created' : change.after === null ? 'removed' : 'changed';
  const kind = {created: 'good', removed: 'bad', changed: 'warn'}[what];
  return html`<details open class="change">
    <summary><${Badge} kind=${kind}>${t(`plan.${what}`)}</${Badge}> ${change.kind} <strong>${change.key}</strong></summary>
    <${Difference} before=${change.before} after=${change.after} />
  </details>`;
}

/** What follows from a change; the server's sentence, with the meaning of its code before it. */
export function Consequences({items}) {
  return html`<ul class="consequences">
    ${items.map((one) => html`<li class=${one.severity === 'WARNING' ? 'warn' : 'plain'}>
      <${Badge} kind=${one.severity === 'WARNING' ? 'warn' : 'plain'}>
        ${textOrNull(`consequence.${one.code}`) ?? one.code}:</${Badge}>
      ${' '}<span lang="en">${one.text}</span>
    </li>`)}
  </ul>`;
}

/** What a dry run says: what changes, and what follows. */
export function PlanView({plan}) {
  return html`<section class="plan" aria-label=${t('plan.title')}>
    <h2>${t('plan.title')}</h2>
    ${plan.changes.length === 0 && html`<p>${t('plan.nothing')}</p>`}
    ${plan.changes.map((change) => html`<${Change} key=${`${change.kind}/${change.key}`} change=${change} />`)}
    ${plan.consequences.length > 0
      ? html`<h3>${t('plan.consequences')}</h3><${Consequences} items=${plan.consequences} />`
      : plan.changes.length > 0 && html`<p>${t('plan.noConsequences')}</p>`}
  </section>`;
}
