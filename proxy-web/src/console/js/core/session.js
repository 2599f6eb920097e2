import {problemOf, noAnswer} from './problem.js';

const SESSION_KEY = 'hansa.session';

/**
 * Who is signed in. The token is in memory, and in the storage of the tab where the person asked
 * for that. There is no cookie. What renews the token has the password; it is never stored, and is
 * forgotten when the session ends.
 */
export const session = {token: null, expiresAt: 0, me: null, lapsed: null, renew: null};

const sessionListeners = new Set();
let waiting = [];

export function onSession(tell) {
  sessionListeners.add(tell);
  return () => sessionListeners.delete(tell);
}

function tellAll() {
  sessionListeners.forEach((tell) => tell());
}

/** @param {string} account @param {string} password */
export function basic(account, password) {
  const bytes = new TextEncoder().encode(`${account}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

async function ask(path, options) {
  let reply;
  try {
    reply = await fetch(path, {credentials: 'omit', cache: 'no-store', ...options});
  } catch {
    throw noAnswer(false);
  }
  if (!reply.ok) {
    throw await problemOf(reply);
  }
  return reply.status === 204 ? null : reply.json();
}

/** @param {string} account @param {string} password @param {boolean} keep in the tab's storage */
export async function signIn(account, password, keep) {
  await renewToken(account, password, keep);
  session.renew = () => renewToken(account, password, keep);
}

async function renewToken(account, password, keep) {
  const token = await ask('/api/v1/token', {
    method: 'POST',
    headers: {
      Authorization: basic(account, password),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  await begin(token.access_token, Date.now() + token.expires_in * 1000);
  if (keep) {
    const kept = JSON.stringify({token: session.token, expiresAt: session.expiresAt});
    sessionStorage.setItem(SESSION_KEY, kept);
  }
}

async function begin(token, expiresAt) {
  const me = await ask('/api/v1/admin/me', {headers: {Authorization: `Bearer ${token}`}});
  Object.assign(session, {token, expiresAt, me, lapsed: null});
  const resumed = waiting;
  waiting = [];
  resumed.forEach((resume) => resume());
  tellAll();
}

/** Goes on where the tab was reloaded. */
export async function resumeSession() {
  const kept = JSON.parse(sessionStorage.getItem(SESSION_KEY) ?? 'null');
  if (kept && kept.expiresAt > Date.now()) {
    await begin(kept.token, kept.expiresAt).catch(() => sessionStorage.removeItem(SESSION_KEY));
  }
}

/** @param {string} account @param {string} before @param {string} after the new password */
export function changePassword(account, before, after) {
  return ask('/api/v1/account/password', {
    method: 'PUT',
    headers: {Authorization: basic(account, before), 'Content-Type': 'application/json'},
    body: JSON.stringify({old: before, new: after}),
  });
}

/** Forgets token and person; what they had opened goes, too. */
export function signOut() {
  sessionStorage.removeItem(SESSION_KEY);
  Object.assign(session, {token: null, expiresAt: 0, me: null, lapsed: null, renew: null});
  waiting = [];
  tellAll();
}

/**
 * Ends the token and keeps the page with what was typed, behind a form to sign in again.
 *
 * @param {'idle'|'expired'} why
 * @returns {Promise<void>} resolves when somebody signed in again
 */
export function lapse(why) {
  sessionStorage.removeItem(SESSION_KEY);
  session.renew = null;
  session.token = null;
  session.lapsed ??= why;
  tellAll();
  return new Promise((resolve) => waiting.push(resolve));
}

export const ROLES_OF = {
  read: ['ADMIN', 'OPERATOR', 'AUDITOR'],
  write: ['ADMIN'],
  operate: ['ADMIN', 'OPERATOR'],
  exportAudit: ['ADMIN', 'AUDITOR'],
};

/** @param {'read'|'write'|'operate'|'exportAudit'} what @returns {boolean} */
export function may(what) {
  return ROLES_OF[what].some((role) => session.me?.roles.includes(role));
}
