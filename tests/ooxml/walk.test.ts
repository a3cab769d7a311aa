import { describe, expect, it } from 'vitest';
import { allByName, named, visitOnce } from '../../src/ooxml/lint/walk.js';
import { descendants, el } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { finish } from '../../src/ooxml/xml-writer.js';

describe('one walk for all rules', () => {
  it('finds what a search for each name would, in the same order', () => {
    const root = parseXml('<r><a i="1"><b/><a i="2"/></a><c><a i="3"/></c></r>');
    for (const name of ['a', 'b', 'c', 'none']) expect(named(root, name)).toEqual(descendants(root, name));
    expect([...allByName(root).keys()]).toEqual(['a', 'b', 'c']);
  });

  it('comes by what stands in many places once, with all below it, and by its like each time', () => {
    const shared = finish(el('look', {}, [el('font')]));
    const root = el('r', {}, [el('p', {}, [shared]), el('p', {}, [shared]), el('p', {}, [el('look')])]);
    const visited: string[] = [];
    visitOnce(root, ({ name }) => visited.push(name));
    expect(visited).toEqual(['p', 'look', 'font', 'p', 'p', 'look']);
  });
});
