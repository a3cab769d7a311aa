/** Layer 2. HTML as browsers read it (parse5). Navigation, footers and forms are no part of the article. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Block } from '../document.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const left = new Set(
  'script style noscript template svg math head nav footer form button select iframe object canvas audio video'.split(
    ' ',
  ),
);
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements that may hold others of their kind; a parser walks up through all that are open, so depth costs its square. */
const nesting = /<(\/?)(?:[a-z][\w:-]*)/gi;
const closedBySelf =
  /^<\/?(?:p|li|d[dt]|t[rdh]|tbody|thead|tfoot|option|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const mostDepth = 5_000;

/** @throws {RangeError} where elements are nested deeper than any page's, by a rough count */
function checkDepth(html: string): void {
  let depth = 0;
  // What looks like tags in a script is none: i<n.
  let raw: string | undefined;
  for (const [tag, closing] of html.matchAll(nesting)) {
    const name = tag.slice(closing ? 2 : 1).toLowerCase();
    if (raw !== undefined) {
      if (closing && name === raw) raw = undefined;
    } else if (name === 'script' || name === 'style') raw = closing ? undefined : name;
    else if (!closedBySelf.test(tag)) {
      depth = closing ? Math.max(0, depth - 1) : depth + 1;
      if (depth > mostDepth) throw new RangeError(`elements are nested more than ${mostDepth} deep`);
    }
  }
}

/** The text of the one `main` or `article` of the page, where there is exactly one; of all of it otherwise. @throws {RangeError} */
export function htmlBlocks(html: string): Block[] {
  checkDepth(html);
  const document = parse(html);
  const all = [...elementsOf(document.childNodes)];
  const only = (name: string): Element | undefined => {
    const found = all.filter(({ tagName }) => tagName === name);
    return found.length === 1 ? found[0] : undefined;
  };
  const root = only('main') ?? only('article');
  return blocksOf(root ? [root] : document.childNodes);
}

/** The encoding that a page names in its first kilobyte (HTML Living Standard, 13.2.3.2). */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    yield node;
    for (const child of node.childNodes) open.push(child);
  }
}

/** Walks with a stack of its own, since pages may be nested deeper than calls can be. */
function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let breaks = 0;
  const flush = (level?: number): void => {
    if (text.trim() !== '') blocks.push({ text: text.trim(), level });
    text = '';
    breaks = 0;
  };
  const open: (Node | { readonly close: Element })[] = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if ('close' in node) {
      const { tagName } = node.close;
      if (tagName === 'td' || tagName === 'th') text += '\t';
      else flush(/^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined);
    } else if ('value' in node) {
      // Line ends of the file are white space; only <pre> would keep them, and figures do not need them.
      text += node.value.replace(/\s+/g, ' ');
      if (node.value.trim() !== '') breaks = 0;
    } else if (
      !('tagName' in node) ||
      left.has(node.tagName) ||
      isHidden(node) ||
      (/\d$/.test(text) && isNoteMark(node))
    ) {
      // Comments, what is not shown, and the 1 of a footnote, which would make 241 of 24.
    } else if (node.tagName === 'br') {
      breaks += 1;
      if (breaks > 1) flush();
      else text += '\n';
    } else {
      const cell = node.tagName === 'td' || node.tagName === 'th';
      if (!inline.has(node.tagName)) {
        if (!cell) flush();
        open.push({ close: node });
      }
      open.push(...[...node.childNodes].reverse());
    }
  }
  flush();
  return blocks;
}

function isNoteMark({ tagName, childNodes }: Element): boolean {
  if (tagName !== 'sup') return false;
  const texts: string[] = [];
  const open = [...childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) texts.unshift(node.value);
    else if ('childNodes' in node) open.push(...node.childNodes);
  }
  return /^\s*[[(]?\d{1,3}[\])]?\s*$/.test(texts.join(''));
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  );
}
