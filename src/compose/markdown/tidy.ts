/** Layer 3. Inline content as it is printed: blanks single, lines of the template joined, neighbouring texts one. */
import type { Inline } from '../../document/document.js';

type Leaf = { kind: Inline['kind']; value: string };

/** Between two of these a line end of the template is nothing; elsewhere it is a blank. */
const eastAsian = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

export function tidy(inlines: readonly Inline[]): Inline[] {
  const copy = mutable(inlines);
  const leaves: Leaf[] = [];
  collect(copy, leaves);
  joinLines(leaves);
  return merged(copy);
}

/** All text of inline content, without markup. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      'children' in inline ? textOf(inline.children) : inline.kind === 'break' ? ' ' : inline.value,
    )
    .join('');
}

/** Without blanks and breaks at the start, as after the strong text that begins a tile. */
export function trimmedStart(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  if (first?.kind === 'break') return trimmedStart(rest);
  if (first?.kind !== 'text') return [...inlines];
  const value = first.value.replace(/^[ \n]+/, '');
  return value === '' ? trimmedStart(rest) : [{ kind: 'text', value }, ...rest];
}

function mutable(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline) =>
    'children' in inline ? { ...inline, children: mutable(inline.children) } : { ...inline },
  );
}

function collect(inlines: readonly Inline[], leaves: Leaf[]): void {
  for (const inline of inlines) {
    if ('children' in inline) collect(inline.children, leaves);
    else if (inline.kind === 'break') leaves.push({ kind: 'break', value: '\n' });
    else leaves.push(inline);
  }
}

/** Works on the leaves of the whole paragraph, since a line may end inside emphasis or beside a figure. */
function joinLines(leaves: readonly Leaf[]): void {
  const all = leaves.map((leaf) => (leaf.kind === 'text' ? leaf.value : leaf.value || '\u200B'));
  const lastOf = (index: number): string => {
    for (let i = index; i >= 0; i -= 1) if (all[i]) return [...all[i]!].at(-1)!;
    return '';
  };
  const firstOf = (index: number): string => {
    for (let i = index; i < all.length; i += 1)
      if (all[i]) return String.fromCodePoint(all[i]!.codePointAt(0)!);
    return '';
  };
  leaves.forEach((leaf, index) => {
    if (leaf.kind !== 'text') return;
    const value = leaf.value.replace(/[ \t]*\n[ \t]*|[ \t]+/g, (blank, at: number) => {
      if (!blank.includes('\n')) return ' ';
      const before = at > 0 ? [...leaf.value.slice(0, at)].at(-1)! : lastOf(index - 1);
      const end = at + blank.length;
      const after =
        end < leaf.value.length ? String.fromCodePoint(leaf.value.codePointAt(end)!) : firstOf(index + 1);
      return eastAsian.test(before) && eastAsian.test(after) ? '' : ' ';
    });
    leaf.value = value;
    all[index] = value;
  });
}

function merged(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    if ('children' in inline) {
      const children = merged(inline.children);
      if (children.length > 0) result.push({ ...inline, children });
      continue;
    }
    const last = result.at(-1);
    if (inline.kind === 'text' && inline.value === '') continue;
    if (inline.kind === 'text' && last?.kind === 'text') {
      result[result.length - 1] = { kind: 'text', value: last.value + inline.value };
    } else result.push(inline);
  }
  return result;
}
