import {useState} from 'hooks';
import {html} from '../core/html.js';
import {brief} from '../core/format.js';
import {t} from '../core/texts.js';
import {differences} from './plan.js';

/**
 * What two people changed at the same time: members that only one of them changed are taken from
 * that one, and the person decides about the others.
 *
 * @param {{base: Object, mine: Object, theirs: Object, names: string[], onMerged: function(Object): void}} props
 */
export function MergeView({kind, base, mine, theirs, names, onMerged}) {
  const changed = (one) => new Set(differences(base, one).map(([name]) => name));
  const byMe = changed(mine);
  const byThem = changed(theirs);
  const both = names.filter((name) => byMe.has(name) && byThem.has(name)
    && JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]));
  const [choices, setChoices] = useState({});
  const decided = both.every((name) => choices[name]);
  const merged = () => Object.fromEntries(names.map((name) => {
    const own = both.includes(name) ? choices[name] === 'mine' : byMe.has(name);
    return [name, own ? mine[name] : theirs[name]];
  }));
  const onlyThem = names.filter((name) => byThem.has(name) && !both.includes(name));
  return html`<section class="box warn merge" role="alert">
    <h2>${t('merge.title')}</h2><p>${t('merge.text')}</p>
    ${onlyThem.length > 0 && html`<p>${t('merge.taken')} ${onlyThem.map((name) => t(`${kind}.${name}`)).join(', ')}</p>`}
    ${both.map((name) => html`<fieldset><legend>${t(`${kind}.${name}`)}</legend>
      ${['mine', 'theirs'].map((who) => html`<label class="check">
        <input type="radio" name=${`merge-${name}`} checked=${choices[name] === who}
          onChange=${() => setChoices({...choices, [name]: who})} />
        <span>${t(`merge.${who}`)}: <code>${brief((who === 'mine' ? mine : theirs)[name])}</code></span></label>`)}
    </fieldset>`)}
    <button type="button" class="primary" disabled=${!decided} onClick=${() => onMerged(merged())}>
      ${t('merge.go')}</button>
  </section>`;
}
