/** A text that YAML reads as a text and not as a number, a truth value or a beginning of something. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./ @-]*$/;
const WORDS = /^(true|false|yes|no|on|off|null|y|n)$/i;

function scalar(value) {
  if (typeof value !== 'string') {
    return JSON.stringify(value);
  }
  return PLAIN.test(value) && !WORDS.test(value) && !value.endsWith(' ') ? value : JSON.stringify(value);
}

/**
 * A JSON value as YAML, in blocks.
 *
 * @param {*} value @param {string} [indent] @returns {string}
 */
export function toYaml(value, indent = '') {
  if (value === null || typeof value !== 'object') {
    return `${indent}${scalar(value)}\n`;
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? `${indent}[]\n`
      : value.map((one) => `${indent}- ${toYaml(one, `${indent}  `).trimStart()}`).join('');
  }
  const members = Object.entries(value);
  return members.length === 0
    ? `${indent}{}\n`
    : members.map(([name, of]) => member(name, of, indent)).join('');
}

function member(name, value, indent) {
  const nested = value !== null && typeof value === 'object' && Object.keys(value).length > 0;
  return nested
    ? `${indent}${scalar(name)}:\n${toYaml(value, `${indent}  `)}`
    : `${indent}${scalar(name)}: ${toYaml(value)}`;
}
