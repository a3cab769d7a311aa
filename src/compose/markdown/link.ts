/** Layer 3. Links: https and mailto only, since Office opens whatever else it is given. */
import type { Link, PhrasingContent } from 'mdast';
import type { Inline } from '../../document/document.js';
import { hasToken } from '../token.js';
import { type Reading, report } from './reading.js';

export function readLink(
  reading: Reading,
  node: Link,
  readChildren: (reading: Reading, nodes: readonly PhrasingContent[]) => Inline[],
): Inline[] {
  const { url } = node;
  if (hasToken(url)) {
    report(reading, node, 'computed-link', 'the target of a link may not be written by a helper', {
      expected: 'an address written out: [text](https://…)',
    });
    return [];
  }
  const fault = faultOf(url);
  if (fault) {
    report(reading, node, 'link-refused', `the link to "${url.slice(0, 100)}" is refused: ${fault}`, {
      expected: 'https://… or mailto:…',
      hint: /^http:/i.test(url)
        ? 'write the address with https://'
        : /^[a-z][a-z0-9+.-]*:/i.test(url)
          ? undefined
          : 'a printed document has no place that a relative address could start from',
    });
    return [];
  }
  const [only] = node.children;
  // An address printed as itself holds digits that are no figures.
  const printed = node.children.length === 1 && only?.type === 'text' ? only.value : undefined;
  const isAddress = printed !== undefined && (printed === url || `mailto:${printed}` === url);
  const children: Inline[] = isAddress
    ? [{ kind: 'literal', value: printed }]
    : readChildren(reading, node.children);
  if (children.length === 0) {
    report(reading, node, 'link-without-text', `the link to "${url.slice(0, 100)}" has no text`, {
      expected: '[where it leads](https://…)',
    });
    return [];
  }
  return [{ kind: 'link', url, children }];
}

function faultOf(url: string): string | undefined {
  // What URL() tolerates (blanks, control characters, backslashes) Office may read differently.
  if (/[\s\p{Cc}\\<>"{}|^`]/u.test(url)) return 'it holds a character that is not allowed in an address';
  if (/^mailto:[^@:/?#]+@[^@:/?#]+(\?[^#]*)?$/i.test(url)) return undefined;
  if (!/^https:\/\//i.test(url)) {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1];
    if (scheme?.toLowerCase() === 'mailto') return 'it is no mail address';
    return scheme ? `${scheme}: is not allowed` : 'it is no full address';
  }
  try {
    const { hostname, username, password } = new URL(url);
    if (username || password) return 'it holds a user name';
    return hostname ? undefined : 'it names no host';
  } catch {
    return 'it cannot be read as an address';
  }
}
