/**
 * Layer 5. What is said while zones are regenerated: one JSON object a line, for people who grep and programs that gather
 * logs. The fields are documented in ARCHITECTURE.md, under "Regeneration".
 */
import type { World } from '../world.js';

export type Level = 'info' | 'warning' | 'error';

export type EventName =
  | 'service-started'
  | 'health-listening'
  | 'stopping'
  | 'stopped'
  | 'clock-set-back'
  | 'schedule-changed'
  | 'settings-unreadable'
  | 'status-not-written'
  | 'runs-missed'
  | 'run-started'
  | 'run-finished'
  | 'finding'
  | 'notified'
  | 'not-notified';

export type Fields = Readonly<Record<string, unknown>>;
export type Log = (level: Level, event: EventName, fields?: Fields) => void;

/** A line grows no longer than this in any of its texts: a program's whole output may stand in one. */
const longest = 4000;

/** @param write gets each line, with its end */
export function jsonLog(world: World, write: (line: string) => void): Log {
  return (level, event, fields = {}) => {
    const line = { time: world.now().toISOString(), level, event, ...fields };
    write(`${JSON.stringify(line, (_, value) => (typeof value === 'string' ? shorten(value) : value))}\n`);
  };
}

const shorten = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
