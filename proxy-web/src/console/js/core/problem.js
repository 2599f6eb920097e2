import {t, textOrNull} from './texts.js';

/** A failure of a call: a problem document (RFC 9457), or no answer at all. */
export class Problem extends Error {
  /** @param {number} status 0: no answer @param {Object} document */
  constructor(status, document) {
    super(document.detail ?? document.title ?? document.code);
    this.status = status;
    this.code = document.code;
    this.detail = document.detail;
    this.traceId = document.traceId;
    this.faults = document.faults ?? [];
    this.usedBy = document.usedBy ?? [];
    this.retryAfter = document.retryAfterSeconds;
  }

  /** What it is, in the language of the page. */
  get heading() {
    return textOrNull(`problem.${this.code}`) ?? t('problem.other', {code: this.code});
  }

  /** What to do about it, in the language of the page; null where the detail says it. */
  get remedy() {
    return textOrNull(`remedy.${this.code}`);
  }
}

/** @param {Response} reply @returns {Promise<Problem>} */
export async function problemOf(reply) {
  try {
    const document = await reply.json();
    return new Problem(reply.status, {code: 'unknown', ...document});
  } catch {
    return new Problem(reply.status, {code: 'unknown', detail: `HTTP ${reply.status}`});
  }
}

/** @param {boolean} late whether the time limit ended it */
export function noAnswer(late) {
  return new Problem(0, {code: late ? 'timeout' : 'network'});
}
