import {useEffect, useState} from 'hooks';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {fromLocalInput, toLocalInput} from '../core/format.js';

/**
 * @typedef {Object} Filter
 * @property {string} name of the parameter
 * @property {string} label
 * @property {Array<[string, string]>} [options] values and what they are called; without, a text
 * @property {boolean} [time] whether it is a point in time
 */

function TextFilter({filter, value, onChange}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = () => typed !== value && onChange({[filter.name]: typed});
  return html`<label><span>${filter.label}</span>
    <input value=${typed} maxlength="400" onInput=${(event) => setTyped(event.target.value)}
      onBlur=${done} onKeyDown=${(event) => event.key === 'Enter' && done()} /></label>`;
}

function TimeFilter({filter, value, onChange}) {
  return html`<label><span>${filter.label}</span>
    <input type="datetime-local" value=${toLocalInput(value)}
      onChange=${(event) => onChange({[filter.name]: fromLocalInput(event.target.value)})} /></label>`;
}

function Choice({label, value, options, onChange}) {
  return html`<label><span>${label}</span>
    <select value=${value} onChange=${(event) => onChange(event.target.value)}>
      ${options.map(([one, name]) => html`<option value=${one}>${name}</option>`)}
    </select></label>`;
}

/** @param {{filters: Filter[], query: Object, sorts: string[], onChange: function(Object): void}} props */
export function Filters({filters, query, sorts, onChange}) {
  return html`
    ${filters.map((filter) => {
      const value = query[filter.name] ?? '';
      if (filter.options) {
        return html`<${Choice} label=${filter.label} value=${value}
          options=${[['', t('list.all')], ...filter.options]}
          onChange=${(chosen) => onChange({[filter.name]: chosen})} />`;
      }
      const Field = filter.time ? TimeFilter : TextFilter;
      return html`<${Field} filter=${filter} value=${value} onChange=${onChange} />`;
    })}
    ${sorts.length > 1 && html`<${Choice} label=${t('list.sort')} value=${query.sort ?? sorts[0]}
      options=${sorts.map((sort) => [sort, t(`sort.${sort}`)])}
      onChange=${(sort) => onChange({sort: sort === sorts[0] ? undefined : sort})} />`}`;
}
