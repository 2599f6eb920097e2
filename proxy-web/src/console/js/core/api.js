import {noAnswer, problemOf} from './problem.js';
import {lapse, session} from './session.js';

const ADMIN = '/api/v1/admin';
const PATIENCE_MILLIS = 15000;

/**
 * @typedef {Object} Asked
 * @property {Object<string, *>} [query] members that are empty are left out
 * @property {*} [body] JSON, or text with a type
 * @property {string} [type] of the body
 * @property {string} [accept]
 * @property {string} [ifMatch]
 * @property {number} [limit] milliseconds
 * @property {AbortSignal} [signal]
 */

/** @param {string[]} path @param {Object<string, *>} [query] */
export function addressOf(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given).toString();
  return `${ADMIN}/${path.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

/**
 * Asks the administration. Where the sign-in has ended, the person signs in again and the request
 * goes on, so that nothing typed is lost.
 *
 * @param {string} method
 * @param {string[]} path below the administration
 * @param {Asked} [asked]
 * @returns {Promise<{status: number, data: *, etag: string|null}>}
 * @throws {Problem}
 */
export async function call(method, path, asked = {}) {
  for (;;) {
    if (!session.token) {
      await lapse('expired');
    }
    const token = session.token;
    const reply = await once(method, addressOf(path, asked.query), asked, token);
    if (reply.status === 401) {
      if (session.token === token) {
        session.token = null;
      }
      continue;
    }
    if (!reply.ok && reply.status !== 304) {
      throw await problemOf(reply);
    }
    return {status: reply.status, data: await content(reply), etag: reply.headers.get('ETag')};
  }
}

async function once(method, address, asked, token) {
  const limit = AbortSignal.timeout(asked.limit ?? PATIENCE_MILLIS);
  const signal = asked.signal ? AbortSignal.any([asked.signal, limit]) : limit;
  try {
    return await fetch(address, {
      method,
      headers: headersOf(asked, token),
      body: bodyOf(asked),
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
  } catch (failure) {
    if (asked.signal?.aborted) {
      throw failure;
    }
    throw noAnswer(limit.aborted);
  }
}

function headersOf(asked, token) {
  const headers = {Authorization: `Bearer ${token}`, Accept: asked.accept ?? 'application/json'};
  if (asked.body !== undefined) {
    headers['Content-Type'] = asked.type ?? 'application/json';
  }
  if (asked.ifMatch) {
    headers['If-Match'] = asked.ifMatch;
  }
  if (asked.ifNew) {
    headers['If-None-Match'] = '*';
  }
  return headers;
}

function bodyOf({body}) {
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}

async function content(reply) {
  if (reply.status === 204 || reply.status === 304) {
    return null;
  }
  const type = reply.headers.get('Content-Type') ?? '';
  return type.startsWith('application/json') ? reply.json() : reply.text();
}
