/** A machine whose clock and timers a test moves, and which remembers what was sent. */
import type { Mail, Outside } from '../../src/regenerate/outside.js';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';

export interface Machine {
  readonly world: MemoryWorld;
  readonly outside: Outside;
  readonly mails: Mail[];
  readonly posts: { url: string; headers: Readonly<Record<string, string>>; body: string }[];
  readonly commands: { words: readonly string[]; input: string }[];
  /** Time goes by: clock and timers alike. */
  pass(seconds: number): Promise<void>;
  /** The machine sleeps, or somebody sets the clock: timers know nothing of it. */
  leap(seconds: number): void;
  readonly now: () => Date;
}

/** Enough turns for whatever was begun to come to its next timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
}

export function machine(
  start: string,
  files: Record<string, string> = {},
  answers: Partial<Outside> & { environment?: Record<string, string> } = {},
): Machine {
  let monotonic = 0;
  let clock = Date.parse(start);
  const timers = new Set<{ due: number; done: () => void }>();
  const now = (): Date => new Date(clock);
  const { environment, ...outside } = answers;
  const world = { ...memoryWorld(files, { ...(environment && { environment }) }), now };
  const made: Machine = {
    world,
    now,
    mails: [],
    posts: [],
    commands: [],
    outside: {
      async run(words, { input }) {
        made.commands.push({ words, input });
        return { code: 0, output: '', timedOut: false };
      },
      async post(url, { headers, body }) {
        made.posts.push({ url, headers, body });
        return { status: 200, headers: {}, text: '' };
      },
      async mail(_, mail) {
        made.mails.push(mail);
        return [];
      },
      sleep: (milliseconds, signal) =>
        new Promise((done) => {
          if (signal?.aborted) return done();
          const timer = { due: monotonic + milliseconds, done };
          timers.add(timer);
          signal?.addEventListener('abort', () => {
            timers.delete(timer);
            done();
          });
        }),
      ...outside,
    },
    async pass(seconds) {
      const until = monotonic + seconds * 1000;
      await settle();
      for (;;) {
        const next = [...timers].sort((a, b) => a.due - b.due)[0];
        if (!next || next.due > until) break;
        timers.delete(next);
        clock += Math.max(0, next.due - monotonic);
        monotonic = Math.max(monotonic, next.due);
        next.done();
        await settle();
      }
      clock += until - monotonic;
      monotonic = until;
      await settle();
    },
    leap(seconds) {
      clock += seconds * 1000;
    },
  };
  return made;
}

/** zone.yaml of a zone that is only scheduled and told of. */
export function zoneYaml(more: string): string {
  return [
    'name: { en: Lindenau Innovation Park, de: Innovationspark Lindenau }',
    'issuer: { en: Lindenau Agency, de: Agentur Lindenau }',
    'template: starter-briefing',
    'languages: [en, de]',
    'summaries: [[en, de]]',
    more,
    '',
  ].join('\n');
}
