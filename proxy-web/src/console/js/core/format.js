import {currentLanguage, t} from './texts.js';

const UNITS = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']];

/** @param {string} time with an offset @returns {string} in the viewer's zone */
export function formatTime(time) {
  if (!time) {
    return t('none');
  }
  const options = {dateStyle: 'medium', timeStyle: 'medium'};
  return new Intl.DateTimeFormat(currentLanguage(), options).format(new Date(time));
}

/** @param {number} seconds since 1970 @returns {string} the time of the day */
export function formatClock(seconds) {
  return new Intl.DateTimeFormat(currentLanguage(), {timeStyle: 'medium'}).format(new Date(seconds * 1000));
}

/** @param {string|number|Date} time @returns {string} such as "5 minutes ago" */
export function formatAgo(time) {
  const seconds = Math.round((new Date(time) - Date.now()) / 1000);
  const [size, unit] = UNITS.find(([each]) => Math.abs(seconds) >= each) ?? UNITS[3];
  const format = new Intl.RelativeTimeFormat(currentLanguage(), {numeric: 'auto'});
  return format.format(Math.round(seconds / size), unit);
}

/** @param {number|null|undefined} number @param {number} [digits] at most, behind the point */
export function formatNumber(number, digits = 2) {
  return number === null || number === undefined
    ? '–'
    : new Intl.NumberFormat(currentLanguage(), {maximumFractionDigits: digits}).format(number);
}

/** @param {number|null|undefined} share 0…1 */
export function formatShare(share) {
  return share === null || share === undefined ? '–' : `${formatNumber(share * 100, 1)} %`;
}

/** @param {string} time with an offset @returns {string} as an input of type datetime-local takes it */
export function toLocalInput(time) {
  if (!time) {
    return '';
  }
  const at = new Date(time);
  return new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

/** @param {string} local of an input of type datetime-local @returns {string|null} in UTC */
export function fromLocalInput(local) {
  return local ? new Date(local).toISOString() : null;
}

/** @param {*} value any JSON value @returns {string} on one line */
export function brief(value) {
  if (value === null || value === undefined || value === '') {
    return '–';
  }
  if (typeof value === 'object') {
    return Array.isArray(value) && value.every((one) => typeof one !== 'object')
      ? value.join(', ') || '–'
      : JSON.stringify(value);
  }
  return String(value);
}
