import { describe, expect, it } from 'vitest';
import { diffPackages } from '../../src/ooxml/diff.js';
import { writePackage } from '../../src/ooxml/package.js';
import { richDeck } from './sample-deck.js';

const file = (parts: Record<string, string | Uint8Array>, date = '2026-01-19'): Uint8Array =>
  writePackage(
    {
      parts: new Map(
        Object.entries(parts).map(([name, content]) => [
          name,
          typeof content === 'string' ? new TextEncoder().encode(content) : content,
        ]),
      ),
    },
    { date },
  );

describe('comparing packages', () => {
  it('finds nothing where XML says the same in another way', () => {
    const a = '<?xml version="1.0"?><a:r xmlns:a="u" b="1" c="2"><a:t>x</a:t> <a:e></a:e></a:r>';
    const b = '<q:r c="2" b="1" xmlns:q="u"><q:t>x</q:t><q:e/></q:r>';
    expect(diffPackages(file({ 'a.xml': a }), file({ 'a.xml': b }, '2026-02-20'))).toEqual([]);
  });

  it('names parts added, removed and changed, and where in them', () => {
    const a = file({ 'gone.xml': '<a/>', 'x.xml': '<a><b/><b><c>1</c></b></a>', 'p.png': 'one' });
    const b = file({ 'new.xml': '<a/>', 'x.xml': '<a><b/><b><c>2</c></b></a>', 'p.png': 'two' });
    expect(diffPackages(a, b)).toEqual([
      { part: 'gone.xml', change: 'removed' },
      { part: 'new.xml', change: 'added' },
      { part: 'p.png', change: 'changed' },
      { part: 'x.xml', change: 'changed', at: '/a/b[2]/c' },
    ]);
  });

  it.each([
    ['an attribute', '<a x="1"/>', '<a x="2"/>'],
    ['an attribute more', '<a/>', '<a x="2"/>'],
    ['an element more', '<a><b/></a>', '<a><b/><b/></a>'],
    ['an element less', '<a><b/><b/></a>', '<a><b/></a>'],
    ['a namespace', '<a xmlns="u"/>', '<a xmlns="v"/>'],
    ['white space that is content', '<a><b> </b></a>', '<a><b>  </b></a>'],
    ['well-formedness', '<a/>', '<a>'],
  ])('sees %s', (_, a, b) => {
    expect(diffPackages(file({ 'x.xml': a }), file({ 'x.xml': b }))).toHaveLength(1);
  });

  it('ignores the dates of two editions, in embedded workbooks too, and nothing else', async () => {
    const { bytes: january } = await richDeck();
    const { bytes: march } = await richDeck({ editionDate: '2026-03-01' });
    expect(Buffer.compare(january, march)).not.toBe(0);
    expect(diffPackages(january, march)).toEqual([]);
    const { bytes: renamed } = await richDeck({ title: 'Another' });
    expect(diffPackages(january, renamed).map(({ part }) => part)).toContain('docProps/core.xml');
  });

  it('looks into embedded workbooks', () => {
    const workbook = (value: string): Uint8Array => file({ 'xl/sheet.xml': `<v>${value}</v>` });
    expect(diffPackages(file({ 'e/w.xlsx': workbook('1') }), file({ 'e/w.xlsx': workbook('2') }))).toEqual([
      { part: 'e/w.xlsx!xl/sheet.xml', change: 'changed', at: '/v' },
    ]);
    expect(diffPackages(file({ 'e/w.xlsx': 'no zip' }), file({ 'e/w.xlsx': 'nor this' }))).toEqual([
      { part: 'e/w.xlsx', change: 'changed' },
    ]);
  });
});
