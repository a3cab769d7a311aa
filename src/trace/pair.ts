/**
 * Layer 2. Which text of the file stands for which text of the record. Slides may have been moved, copied and deleted,
 * shapes renamed, words changed: so texts that are the same find each other first, wherever they are; by them it is
 * known which slide is which; and what is left over is paired within a slide by likeness and place.
 */
import { textOfPieces } from './compare.js';
import type { FoundText } from './found-text.js';
import type { RecordedText } from './record.js';
import { keyOf, tokensOf } from './tokens.js';

/** Indices into the two lists. A record that was copied stands in several pairs; a text stands in one at most. */
export interface Pair {
  readonly made: number;
  readonly found: number;
}

export interface Paired {
  readonly pairs: readonly Pair[];
  /** For each group of the record, by key, the group of the file that it is now. */
  readonly homes: ReadonlyMap<string, string>;
}

interface Text {
  readonly index: number;
  readonly key: string;
  readonly tokens: ReadonlyMap<string, number>;
  readonly length: number;
  readonly place: string;
}

/** Likeness from which a text is taken for an edited one. Place counts, too: a cell that held "24" may hold "25". */
const alike = 0.35;
/** From which it is taken for an edited copy. */
const alikeCopy = 0.6;
const samePlace = 0.3;
const betweenSameNeighbours = 0.2;
/** Texts of a group that are compared with each other; a file with more was not made here. */
const mostTexts = 600;

export const madeGroup = ({ section, in: part }: RecordedText, kind: 'deck' | 'summary'): string =>
  groupKey(section, part, kind);
export const foundGroup = ({ section, in: part }: FoundText, kind: 'deck' | 'summary'): string =>
  groupKey(section, part, kind);

/** A slide's texts and its notes are groups; of a Word file the body is one, since sections have no firm bounds. */
function groupKey(section: string | number, part: RecordedText['in'], kind: 'deck' | 'summary'): string {
  const where = part === 'alt' || part === 'chart' ? 'text' : part;
  return kind === 'deck' ? `${where} ${section}` : where;
}

export function pairTexts(
  made: readonly RecordedText[],
  found: readonly FoundText[],
  kind: 'deck' | 'summary',
): Paired {
  const groupsMade = grouped(made.map((text) => madeGroup(text, kind)));
  const groupsFound = grouped(found.map((text) => foundGroup(text, kind)));
  const ours = made.map((text, index) => describe(textOfPieces(text.pieces), text, index));
  const theirs = found.map((text, index) => describe(text.text, text, index));
  const homes = findHomes(groupsMade, groupsFound, ours, theirs);
  const pairs = pairEqual(made, found, ours, theirs, (a, b) => {
    const home = homes.get(madeGroup(made[a] as RecordedText, kind));
    return home === foundGroup(found[b] as FoundText, kind);
  });

  const takenMade = new Set(pairs.map((pair) => pair.made));
  const takenFound = new Map(pairs.map((pair) => [pair.found, pair.made]));
  const guests = guestsOf(groupsMade, groupsFound, homes, pairs);
  for (const [group, members] of groupsMade) {
    const open = (groupsFound.get(homes.get(group) ?? '') ?? []).filter((index) => !takenFound.has(index));
    const left = members.filter((index) => !takenMade.has(index));
    const neighbours = neighboursIn(members, groupsFound.get(homes.get(group) ?? '') ?? [], takenFound);
    const score = (a: number, b: number): number =>
      likeness(ours[a] as Text, theirs[b] as Text) +
      (ours[a]?.place === theirs[b]?.place ? samePlace : 0) +
      (neighbours(a, b) ? betweenSameNeighbours : 0);
    for (const pair of bestPairs(left, open, score, alike)) {
      pairs.push(pair);
      takenFound.set(pair.found, pair.made);
    }
    for (const guest of guests.get(group) ?? []) {
      const free = (groupsFound.get(guest) ?? []).filter((index) => !takenFound.has(index));
      const copies = bestPairs(
        members,
        free,
        (a, b) => likeness(ours[a] as Text, theirs[b] as Text),
        alikeCopy,
      );
      for (const pair of copies) {
        pairs.push(pair);
        takenFound.set(pair.found, pair.made);
      }
    }
  }
  return { pairs, homes };
}

function describe(
  text: string,
  {
    in: part,
    shape = '',
    cell,
  }: Pick<RecordedText, 'in'> & { shape?: string | undefined; cell?: readonly number[] | undefined },
  index: number,
): Text {
  const tokens = tokensOf(text);
  const counts = new Map<string, number>();
  for (const { value } of tokens) counts.set(value, (counts.get(value) ?? 0) + 1);
  const place = `${part} ${shape} ${cell?.join(' ') ?? ''}`;
  return { index, key: keyOf(tokens), tokens: counts, length: tokens.length, place };
}

function grouped(keys: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return groups;
}

const partOf = (group: string): string => group.split(' ')[0] as string;

/** Each group of the record votes with its texts; a text that stands in many groups says little. */
function findHomes(
  made: ReadonlyMap<string, readonly number[]>,
  found: ReadonlyMap<string, readonly number[]>,
  ours: readonly Text[],
  theirs: readonly Text[],
): Map<string, string> {
  const holders = new Map<string, Set<string>>();
  for (const [group, members] of found) {
    for (const index of members) {
      const key = `${partOf(group)} ${(theirs[index] as Text).key}`;
      holders.set(key, (holders.get(key) ?? new Set()).add(group));
    }
  }
  const candidates: { from: string; to: string; score: number }[] = [];
  for (const [group, members] of made) {
    const votes = new Map<string, number>();
    for (const index of members) {
      const there = holders.get(`${partOf(group)} ${(ours[index] as Text).key}`) ?? new Set<string>();
      for (const to of there) votes.set(to, (votes.get(to) ?? 0) + 1 / there.size);
    }
    // Among groups that share texts, the one of which most is there.
    for (const [to, count] of votes) {
      const size = members.length + (found.get(to)?.length ?? 0);
      candidates.push({ from: group, to, score: (2 * count) / size });
    }
  }
  const homes = new Map<string, string>();
  const occupied = new Set<string>();
  const settle = (from: string, to: string): void => {
    if (homes.has(from) || occupied.has(to)) return;
    homes.set(from, to);
    occupied.add(to);
  };
  for (const { from, to } of candidates.sort((a, b) => b.score - a.score)) settle(from, to);
  // A slide none of whose texts is as it was: the notes or the slide beside it tell, else its place in the order.
  const beside = (group: string, from: string, to: string): string => `${to}${group.slice(from.length)}`;
  for (const group of made.keys()) {
    const part = partOf(group);
    for (const other of ['text', 'notes']) {
      const home = homes.get(beside(group, part, other));
      if (home && found.has(beside(home, other, part))) settle(group, beside(home, other, part));
    }
  }
  const groupsOf = (part: string, groups: Iterable<string>): string[] =>
    [...groups].filter((group) => partOf(group) === part);
  for (const part of new Set([...made.keys()].map(partOf))) {
    const homeless = groupsOf(part, made.keys()).filter((group) => !homes.has(group));
    const empty = groupsOf(part, found.keys()).filter((group) => !occupied.has(group));
    for (const [index, group] of homeless.entries()) if (empty[index]) settle(group, empty[index]);
  }
  return homes;
}

/** Texts that are the same: those at home first, then the others in order; what is left over is a copy. */
function pairEqual(
  made: readonly RecordedText[],
  found: readonly FoundText[],
  ours: readonly Text[],
  theirs: readonly Text[],
  atHome: (made: number, found: number) => boolean,
): Pair[] {
  const same = grouped(theirs.map(({ key }) => key));
  const pairs: Pair[] = [];
  for (const [key, members] of grouped(ours.map((text) => text.key))) {
    const open = new Set(same.get(key) ?? []);
    const waiting = new Set(members);
    const match = (fits: (a: number, b: number) => boolean, again = false): void => {
      for (const a of again ? members : waiting) {
        for (const b of open) {
          if (!samePart(made[a], found[b]) || !fits(a, b)) continue;
          pairs.push({ made: a, found: b });
          open.delete(b);
          waiting.delete(a);
          if (!again) break;
        }
      }
    };
    match((a, b) => atHome(a, b) && ours[a]?.place === theirs[b]?.place);
    match(atHome);
    match(() => true);
    match(() => true, true);
  }
  return pairs;
}

const samePart = (made: RecordedText | undefined, found: FoundText | undefined): boolean =>
  made !== undefined && made.in === found?.in;

/** Groups of the file that are nobody's home, by the group that most of their texts are copied from. */
function guestsOf(
  made: ReadonlyMap<string, readonly number[]>,
  found: ReadonlyMap<string, readonly number[]>,
  homes: ReadonlyMap<string, string>,
  pairs: readonly Pair[],
): Map<string, string[]> {
  const owner = new Map([...made].flatMap(([group, members]) => members.map((index) => [index, group])));
  const origin = new Map(pairs.map((pair) => [pair.found, owner.get(pair.made) as string]));
  const occupied = new Set(homes.values());
  const guests = new Map<string, string[]>();
  for (const [group, members] of found) {
    if (occupied.has(group)) continue;
    const votes = new Map<string, number>();
    for (const index of members) {
      const from = origin.get(index);
      if (from !== undefined) votes.set(from, (votes.get(from) ?? 0) + 1);
    }
    const [best] = [...votes].sort(([, a], [, b]) => b - a);
    if (best) guests.set(best[0], [...(guests.get(best[0]) ?? []), group]);
  }
  return guests;
}

/** Whether a text stands between the same paired texts as the recorded one did. */
function neighboursIn(
  members: readonly number[],
  group: readonly number[],
  taken: ReadonlyMap<number, number>,
): (made: number, found: number) => boolean {
  const rank = new Map(members.map((index, order) => [index, order]));
  // For each text of the file, the order of the recorded text that was last and is next paired around it.
  const last = new Map<number, number>();
  const next = new Map<number, number>();
  let order = -1;
  for (const index of group) {
    order = rank.get(taken.get(index) ?? -1) ?? order;
    last.set(index, order);
  }
  order = members.length;
  for (const index of [...group].reverse()) {
    order = rank.get(taken.get(index) ?? -1) ?? order;
    next.set(index, order);
  }
  return (made, found) => {
    const own = rank.get(made) ?? -1;
    return (last.get(found) ?? -1) < own && own < (next.get(found) ?? -1);
  };
}

/** Dice's coefficient of the two bags of tokens: 1 for the same, 0 for nothing in common. */
function likeness(a: Text, b: Text): number {
  if (a.length + b.length === 0) return 0;
  let common = 0;
  for (const [value, count] of a.tokens) common += Math.min(count, b.tokens.get(value) ?? 0);
  return (2 * common) / (a.length + b.length);
}

function bestPairs(
  made: readonly number[],
  found: readonly number[],
  score: (made: number, found: number) => number,
  least: number,
): Pair[] {
  const candidates = made.slice(0, mostTexts).flatMap((a) =>
    found.slice(0, mostTexts).flatMap((b) => {
      const points = score(a, b);
      return points >= least ? [{ made: a, found: b, points }] : [];
    }),
  );
  const used = { made: new Set<number>(), found: new Set<number>() };
  return candidates
    .sort((a, b) => b.points - a.points || a.made - b.made || a.found - b.found)
    .filter((pair) => {
      if (used.made.has(pair.made) || used.found.has(pair.found)) return false;
      used.made.add(pair.made);
      used.found.add(pair.found);
      return true;
    })
    .map(({ made: a, found: b }) => ({ made: a, found: b }));
}
