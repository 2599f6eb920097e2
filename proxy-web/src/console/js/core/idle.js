import {lapse, onSession, session, signOut} from './session.js';

const IDLE_MILLIS = 15 * 60 * 1000;
const RENEWED_BEFORE_MILLIS = 60 * 1000;
const CHECKED_EVERY_MILLIS = 5000;

let idleSince = Date.now();

/** A new token before the old one ends; not for somebody who signed out meanwhile. */
async function renewSession() {
  const {renew} = session;
  session.renew = null;
  let left = false;
  const stop = onSession(() => (left ||= session.me === null));
  try {
    await renew();
    session.renew = renew;
  } catch {
    lapse('expired');
  }
  stop();
  if (left) {
    signOut();
  }
}

function checkIdle() {
  const now = Date.now();
  if (!session.token) {
    return;
  }
  if (now - idleSince > IDLE_MILLIS) {
    lapse('idle');
  } else if (session.renew && session.expiresAt - now < RENEWED_BEFORE_MILLIS) {
    renewSession();
  } else if (now > session.expiresAt) {
    lapse('expired');
  }
}

/** From now on a session ends when nobody uses it, and is renewed while somebody does. */
export function watchIdle() {
  setInterval(checkIdle, CHECKED_EVERY_MILLIS);
  for (const event of ['pointerdown', 'keydown']) {
    addEventListener(event, () => (idleSince = Date.now()), {passive: true, capture: true});
  }
}
