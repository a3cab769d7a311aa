/** Layer 1. Names of time zones, as the IANA database has them: what a person may have meant by one that is not there. */
import { nearest } from './spelling.js';

/** Offsets (+08:00) are taken by newer versions of Node.js alone, and follow no daylight saving. */
const form = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** What is wrong with a name; undefined where it is one, written as the database has it. */
export function timeZoneFault(name: string): { readonly hint?: string | undefined } | undefined {
  if (form.test(name) && isKnown(name)) {
    // Case does not matter here, but it does to cron and systemd, which this name is handed to.
    const written = [...Intl.supportedValuesOf('timeZone'), 'UTC'].find(
      (known) => known.toLowerCase() === name.toLowerCase(),
    );
    return written === undefined || written === name ? undefined : { hint: `Write ${written}.` };
  }
  const known = Intl.supportedValuesOf('timeZone');
  const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1);
  const city = nearest(cityOf(name).replaceAll(' ', '_'), known.map(cityOf));
  const meant = nearest(name, known) ?? known.find((zone) => cityOf(zone) === city);
  return { hint: meant && `Did you mean ${meant}?` };
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
