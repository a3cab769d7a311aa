/** Layer 6. The options of zonebrief schedule, and which of them go together. */
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../../diagnostic.js';
import type { UnitKind } from '../../regenerate/schedule/units/unit.js';
import type { DecidingFlags } from '../build-options.js';
import type { CommonFlags } from '../verb.js';

export interface ScheduleFlags extends CommonFlags, DecidingFlags {
  readonly out?: string;
  readonly once?: boolean;
  readonly due?: boolean;
  readonly list?: boolean;
  readonly count: number;
  readonly print?: UnitKind;
  readonly to?: string;
  readonly health?: HealthAddress;
  readonly patience: number;
  readonly pdf?: boolean;
}

/** Written out, so that help loads no unit. */
export const kinds: readonly UnitKind[] = ['systemd', 'github-actions', 'crontab'];

export function numberUpTo(most: number): (text: string) => number {
  return (text) => {
    if (!/^\d{1,5}$/.test(text) || Number(text) > most)
      throw new InvalidArgumentError(`Expected a whole number up to ${most}.`);
    return Number(text);
  };
}

export interface HealthAddress {
  readonly host: string;
  readonly port: number;
}

/** "8080" (this machine only), "0.0.0.0:8080", "[::]:8080". */
export function healthAddress(text: string): HealthAddress {
  const match = /^(?:(\[[0-9a-f:.]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(text);
  const port = Number(match?.[2]);
  if (!match || port > 65535) throw new InvalidArgumentError('Expected a port, or host:port, such as 8080.');
  return { host: (match[1] ?? '127.0.0.1').replace(/^\[|\]$/g, ''), port };
}

/** @throws {UsageError} where two exclude each other, or one needs another */
export function checkFlags({ once, due, list, print, to, health, json }: ScheduleFlags): void {
  const refuse = (message: string, hint: string): never => {
    throw new UsageError(message, hint);
  };
  if (due && !once)
    refuse('--due goes with --once', 'write schedule --once --due; the service does it by itself');
  if (to !== undefined && !print) refuse('--to goes with --print', `name a kind: --print ${kinds.join('|')}`);
  if (print && (list || once)) refuse('--print goes alone', 'leave --list and --once away');
  if (list && once) refuse('--list and --once exclude each other', 'call one after the other');
  if (health && (once || list || print)) refuse('--health is for the service', 'leave --health away');
  if (json && !list) refuse('--json goes with --list', 'the service and --once print JSON lines anyway');
}
