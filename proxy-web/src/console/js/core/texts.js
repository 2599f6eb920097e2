const LANGUAGES = ['en', 'zh-CN'];
const LANGUAGE_KEY = 'hansa.language';

let texts = {};
let language = 'en';

/** @returns {string} the language chosen before, or the first of the browser's that there is */
export function preferredLanguage() {
  const chosen = localStorage.getItem(LANGUAGE_KEY);
  if (LANGUAGES.includes(chosen)) {
    return chosen;
  }
  const known = navigator.languages.map((one) => (one.startsWith('zh') ? 'zh-CN' : one.slice(0, 2)));
  return known.find((one) => LANGUAGES.includes(one)) ?? 'en';
}

/** @param {string} name one of LANGUAGES */
export async function loadTexts(name) {
  const reply = await fetch(new URL(`./${name}.json`, import.meta.url));
  texts = await reply.json();
  language = name;
  document.documentElement.lang = name;
}

/** @param {string} name the language to use from now on */
export async function changeLanguage(name) {
  localStorage.setItem(LANGUAGE_KEY, name);
  await loadTexts(name);
}

export function currentLanguage() {
  return language;
}

/**
 * @param {string} key of a text
 * @param {Object<string, *>} [values] for {name} in the text
 */
export function t(key, values) {
  const text = texts[key];
  if (text === undefined) {
    console.error(`The text ${key} is missing in ${language}.`);
    return key;
  }
  return values ? text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? '') : text;
}

/** The text of a key that the server may have made, or null where the console does not know it. */
export function textOrNull(key) {
  return texts[key] ?? null;
}
