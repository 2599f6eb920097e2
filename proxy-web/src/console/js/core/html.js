import {h} from 'preact';
import htm from 'htm';

/** Markup as a tagged template. Values become text or attributes, never markup. */
export const html = htm.bind(h);
