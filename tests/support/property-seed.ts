/**
 * Property tests draw the same cases in every run, so that a red run is red for everybody and a green one stays green.
 * `PROPERTY_SEED=random npm test` looks for new ones; a number repeats what such a run found.
 */
import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED ?? '20260119';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
