/** What a publication can meet and do, for holding the laws of faults.test.ts against all of it. */
import type { Publication } from '../../../src/build/store/publication.js';
import type { MemoryWorld } from '../../../src/world.js';
import { edition, type Files, publication, under } from '../../support/editions.js';

export interface Scenario {
  readonly name: string;
  /** What stands in the zone's folder. */
  readonly before: Files;
  readonly wanted: Publication;
  /** The edition that is to stand then. */
  readonly edition: Files;
  /** All that is to stand in the zone's folder then. */
  readonly after: Files;
  /** What the files lie on, where that is not one disk. */
  readonly disk?: ((world: MemoryWorld) => MemoryWorld) | undefined;
}

/** What is in editions/ lies on another disk, as where that folder is a link. */
export function otherDisk(world: MemoryWorld): MemoryWorld {
  const isThere = (path: string): boolean => path.startsWith('/out/zone/editions/');
  return {
    ...world,
    async move(from, to) {
      if (isThere(from) !== isThere(to))
        throw Object.assign(new Error(`EXDEV: cross-device link, rename ${from}`), { code: 'EXDEV' });
      await world.move(from, to);
    },
  };
}

const theirs: Files = {
  'notes.txt': 'of a person',
  'charts/drawn.png': 'by hand',
  'talks/spring/agenda.txt': 'in a folder of its own',
  '.~lock.briefing.en.md#': 'open in LibreOffice',
};
const first = { 'briefing.en.md': 'deck 1', 'summary.en.md': 'summary 1', 'charts/a.en.md': 'chart 1' };
const second = { ...first, 'briefing.en.md': 'deck 2', 'changes.md': 'from 1 to 2' };
const oldest = edition('2024-01-19.1', { 'briefing.en.md': 'deck 0' });
const older = edition('2025-01-19.1', { 'briefing.en.md': 'deck 0.5', 'charts/a.en.md': 'chart 0' });
const archived = under('editions/2025-01-19.1', older);

export const scenarios: readonly Scenario[] = [
  {
    name: 'a first edition',
    before: {},
    wanted: publication('2026-01-19.1', first),
    edition: edition('2026-01-19.1', first),
    after: edition('2026-01-19.1', first),
  },
  {
    name: 'a first edition where people keep files, one by the name of an output',
    before: { ...theirs, 'summary.en.md': 'typed by hand', 'held.md': 'why' },
    wanted: publication('2026-01-19.1', first),
    edition: edition('2026-01-19.1', first),
    after: { ...theirs, ...edition('2026-01-19.1', first), 'summary.en.edited.md': 'typed by hand' },
  },
  {
    name: 'a further edition: the one before is archived, the oldest retired',
    before: {
      ...theirs,
      ...edition('2026-01-19.1', first),
      ...archived,
      ...under('editions/2024-01-19.1', oldest),
      'editions/of-mine/letter.txt': 'kept here',
    },
    wanted: publication('2026-02-01.1', second, {
      archive: '2026-01-19.1',
      retention: { keep: 2 },
      keep: ['summary.en.md'],
    }),
    edition: edition('2026-02-01.1', second),
    after: {
      ...theirs,
      ...edition('2026-02-01.1', second),
      ...archived,
      ...under('editions/2026-01-19.1', edition('2026-01-19.1', first)),
      'editions/of-mine/letter.txt': 'kept here',
    },
  },
  {
    name: 'the same edition with other looks: an edited deck kept as a copy, a chart no more',
    before: { ...theirs, ...edition('2026-01-19.1', first), ...archived, 'briefing.en.md': 'deck 1, edited' },
    wanted: publication(
      '2026-01-19.1',
      { 'briefing.en.md': 'deck 1, bold', 'summary.en.md': 'summary 1' },
      { keepCopies: ['briefing.en.md'], keep: ['summary.en.md'] },
    ),
    edition: edition('2026-01-19.1', { 'briefing.en.md': 'deck 1, bold', 'summary.en.md': 'summary 1' }),
    after: {
      ...theirs,
      ...edition('2026-01-19.1', { 'briefing.en.md': 'deck 1, bold', 'summary.en.md': 'summary 1' }),
      ...archived,
      'briefing.en.edited.md': 'deck 1, edited',
    },
  },
];
