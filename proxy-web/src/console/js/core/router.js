import {useLayoutEffect, useState} from 'hooks';

/** The address is below '#', so names in it reach no log of a server. */
let shown = location.hash;
let mayLeave = null;
const routeListeners = new Set();

/** @returns {{path: string[], query: Object<string, string>}} */
export function currentRoute() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  return {
    path: path.split('/').filter(Boolean).map(decodeURIComponent),
    query: Object.fromEntries(new URLSearchParams(query ?? '')),
  };
}

/** @param {string[]} path @param {Object<string, *>} [query] members that are empty are left out */
export function linkTo(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

/** @param {string[]} path @param {Object<string, *>} [query] @param {boolean} [replace] no new entry in the history */
export function navigate(path, query, replace = false) {
  const link = linkTo(path, query);
  if (replace) {
    history.replaceState(null, '', link);
    shown = link;
    routeListeners.forEach((tell) => tell());
  } else {
    location.hash = link;
  }
}

/**
 * Asks before what was typed is lost.
 *
 * @param {null|function(): Promise<boolean>} ask resolves to whether the page may be left
 */
export function guardLeaving(ask) {
  mayLeave = ask;
}

function pathOf(hash) {
  return hash.split('?')[0];
}

async function hashChanged() {
  const next = location.hash;
  if (mayLeave && pathOf(next) !== pathOf(shown)) {
    history.replaceState(null, '', shown);
    if (!(await mayLeave())) {
      return;
    }
    mayLeave = null;
    history.pushState(null, '', next);
  }
  shown = next;
  routeListeners.forEach((tell) => tell());
}

addEventListener('hashchange', hashChanged);
addEventListener('beforeunload', (event) => {
  if (mayLeave) {
    event.preventDefault();
  }
});

/** The address, and a new rendering when it changes. */
export function useRoute() {
  const [route, setRoute] = useState(currentRoute());
  useLayoutEffect(() => {
    const tell = () => setRoute(currentRoute());
    routeListeners.add(tell);
    return () => routeListeners.delete(tell);
  }, []);
  return route;
}
