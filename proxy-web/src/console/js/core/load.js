import {useEffect, useRef, useState} from 'hooks';

/**
 * @typedef {Object} Loaded
 * @property {*} data the last that came, kept while later ones fail
 * @property {number|null} at when it came
 * @property {Error|null} error of the last try
 * @property {boolean} loading
 * @property {function(): void} reload
 */

/**
 * Loads when it is shown, when what it depends on changes, and as often as asked.
 *
 * @param {function(AbortSignal): Promise<*>} load
 * @param {Array<*>} on what it depends on
 * @param {number} [every] milliseconds
 * @returns {Loaded}
 */
export function useLoad(load, on, every) {
  const [state, setState] = useState({data: null, at: null, error: null, loading: true});
  const latest = useRef(load);
  latest.current = load;
  const run = useRef(() => {});
  useEffect(() => {
    const life = new AbortController();
    let timer = null;
    run.current = async () => {
      clearTimeout(timer);
      setState((before) => ({...before, loading: true}));
      try {
        const data = await latest.current(life.signal);
        if (!life.signal.aborted) {
          setState({data, at: Date.now(), error: null, loading: false});
        }
      } catch (error) {
        if (!life.signal.aborted) {
          setState((before) => ({...before, error, loading: false}));
        }
      }
      if (every && !life.signal.aborted) {
        timer = setTimeout(() => run.current(), every);
      }
    };
    run.current();
    return () => {
      life.abort();
      clearTimeout(timer);
    };
  }, [...on, every]);
  return {...state, reload: () => run.current()};
}

/** Renders again every so many milliseconds, for ages and countdowns. */
export function useTick(millis) {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), millis);
    return () => clearInterval(timer);
  }, [millis]);
}
