import {useEffect, useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';

const SUGGESTED = 20;

/** Names that the registry has and that contain what is typed. */
export function useSuggestions(list, typed) {
  const [names, setNames] = useState([]);
  useEffect(() => {
    if (!list) {
      return undefined;
    }
    const life = new AbortController();
    const timer = setTimeout(() => {
      call('GET', [list], {query: {q: typed.slice(0, 200), limit: SUGGESTED}, signal: life.signal})
        .then((reply) => setNames(reply.data[list].map((one) => one.name ?? one.id)))
        .catch(() => setNames([]));
    }, 200);
    return () => {
      life.abort();
      clearTimeout(timer);
    };
  }, [list, typed]);
  return names;
}

/** A text for which names of the registry are suggested. */
export function NameInput({field, value, onChange, attributes}) {
  const names = useSuggestions(field.of, value ?? '');
  const list = `${attributes.id}-names`;
  return html`<input ...${attributes} list=${list} autocomplete="off" spellcheck="false"
      placeholder=${field.example ?? ''} value=${value ?? ''}
      onInput=${(event) => onChange(event.target.value === '' ? null : event.target.value)} />
    <datalist id=${list}>${names.map((name) => html`<option value=${name} />`)}</datalist>`;
}

/** Several names, one behind another. */
export function NamesInput({field, value, onChange, attributes}) {
  const [typed, setTyped] = useState('');
  const chosen = value ?? [];
  const names = useSuggestions(field.of, typed);
  const list = `${attributes.id}-names`;
  const add = () => {
    const more = typed.split(/[\s,]+/).filter((one) => one && !chosen.includes(one));
    if (more.length > 0) {
      onChange([...chosen, ...more]);
    }
    setTyped('');
  };
  const keyed = (event) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    }
  };
  return html`<div class="names">
    ${chosen.map((one) => html`<span class="tag">${one}
      <button type="button" class="quiet" disabled=${attributes.disabled}
        aria-label=${t('removeName', {name: one})}
        onClick=${() => onChange(chosen.filter((other) => other !== one))}>×</button></span>`)}
    <input ...${attributes} list=${list} autocomplete="off" spellcheck="false" value=${typed}
      placeholder=${field.example ?? t('addName')} onInput=${(event) => setTyped(event.target.value)}
      onKeyDown=${keyed} onBlur=${add} />
    <datalist id=${list}>${names.map((name) => html`<option value=${name} />`)}</datalist>
  </div>`;
}

/** Names and values of the administrator's choice. */
export function LabelsInput({value, onChange, attributes}) {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const labels = value ?? {};
  const add = () => {
    if (name.trim()) {
      onChange({...labels, [name.trim()]: text});
      setName('');
      setText('');
    }
  };
  const without = (gone) => Object.fromEntries(Object.entries(labels).filter(([one]) => one !== gone));
  return html`<div class="names">
    ${Object.entries(labels).map(([one, of]) => html`<span class="tag">${one}=${of}
      <button type="button" class="quiet" disabled=${attributes.disabled}
        aria-label=${t('removeName', {name: one})} onClick=${() => onChange(without(one))}>×</button></span>`)}
    <input ...${attributes} class="short" placeholder=${t('labelName')} aria-label=${t('labelName')}
      value=${name} onInput=${(event) => setName(event.target.value)} />
    <input class="short" disabled=${attributes.disabled} placeholder=${t('labelValue')}
      aria-label=${t('labelValue')} value=${text} onInput=${(event) => setText(event.target.value)}
      onKeyDown=${(event) => event.key === 'Enter' && (event.preventDefault(), add())} />
    <button type="button" disabled=${attributes.disabled || !name.trim()} onClick=${add}>${t('add')}</button>
  </div>`;
}

/** An object of a few numbers, or nothing. */
export function NumbersInput({field, value, onChange, attributes}) {
  const change = (part, text) => {
    const next = {...value, [part]: text === '' ? undefined : Number(text)};
    onChange(field.parts.some((one) => next[one] !== undefined && next[one] !== null) ? next : null);
  };
  return html`<div class="row">${field.parts.map((part) => html`<label class="part">
    <span>${t(`part.${part}`)}</span>
    <input disabled=${attributes.disabled} type="number" min="1"
      value=${value?.[part] ?? ''} onInput=${(event) => change(part, event.target.value)} />
  </label>`)}</div>`;
}

/** A part that is written as JSON. What is no JSON stays in the field until it is. */
export function JsonInput({field, value, onChange, attributes}) {
  const shown = value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
  const [typed, setTyped] = useState(shown);
  const [fault, setFault] = useState(null);
  useEffect(() => {
    setTyped(shown);
  }, [shown]);
  const done = () => {
    if (typed === shown) {
      setFault(null);
      return;
    }
    try {
      onChange(typed.trim() === '' ? null : JSON.parse(typed));
      setFault(null);
    } catch (broken) {
      setFault(broken.message);
    }
  };
  return html`<textarea ...${attributes} class="code" rows=${Math.min(12, Math.max(2, typed.split('\n').length))}
      spellcheck="false" placeholder=${field.example ?? ''} value=${typed} onBlur=${done}
      onInput=${(event) => setTyped(event.target.value)}></textarea>
    ${fault && html`<p class="fault">${t('noJson')} ${fault}</p>`}`;
}
