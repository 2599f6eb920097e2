import {useEffect, useRef, useState} from 'hooks';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';

/** A dialog over the page; Escape closes it, and the focus goes back to where it was. */
export function Dialog({title, onClose, children}) {
  const box = useRef(null);
  useEffect(() => {
    box.current.showModal();
    return () => box.current?.close();
  }, []);
  const cancelled = (event) => {
    event.preventDefault();
    onClose?.();
  };
  return html`<dialog ref=${box} onCancel=${cancelled} aria-labelledby="dialog-title">
    <h2 id="dialog-title">${title}</h2>${children}
  </dialog>`;
}

let openQuestion = null;

/**
 * Asks a question with two answers.
 *
 * @param {{title: string, text: string, yes: string}} question
 * @returns {Promise<boolean>}
 */
export function confirmed(question) {
  return new Promise((resolve) => openQuestion?.({...question, resolve}));
}

/** Where questions are shown; stands once in the page. */
export function Questions() {
  const [question, setQuestion] = useState(null);
  useEffect(() => {
    openQuestion = setQuestion;
  }, []);
  if (!question) {
    return null;
  }
  const answer = (value) => () => {
    setQuestion(null);
    question.resolve(value);
  };
  return html`<${Dialog} title=${question.title} onClose=${answer(false)}>
    <p>${question.text}</p>
    <div class="actions">
      <button type="button" class="primary" onClick=${answer(true)}>${question.yes}</button>
      <button type="button" onClick=${answer(false)}>${t('cancel')}</button>
    </div>
  </${Dialog}>`;
}
