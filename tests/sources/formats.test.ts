import { describe, expect, it } from 'vitest';
import { writePackage } from '../../src/ooxml/package.js';
import { decodeText } from '../../src/sources/encoding.js';
import { mostBytes, readSource, UnreadableError } from '../../src/sources/read-source.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const read = (content: string | Uint8Array, name: string, language = 'de') =>
  readSource(typeof content === 'string' ? utf8(content) : content, name, language);
const outline = async (...input: Parameters<typeof read>): Promise<string[]> =>
  (await read(...input)).map(({ text, level }) => `${level ?? '-'} ${text}`);

describe('plain text', () => {
  it('is parted by blank lines, or by lines where there are none', async () => {
    expect(await outline('a\nb\r\n\r\nc', 'x.txt')).toEqual(['- a\nb', '- c']);
    expect(await outline('a\nb', 'x.txt')).toEqual(['- a', '- b']);
  });

  it('may mark its headings', async () => {
    expect(await outline('## 2 Fonds\nText\n\nMehr', 'x.txt')).toEqual(['2 2 Fonds', '- Text', '- Mehr']);
  });

  it('is read in the encoding it is in', () => {
    const gb18030 = hex('d7dcc8cfbdc9b9e6c4a33238362e36d2dad4aa');
    expect(decodeText(gb18030, 'zh-CN')).toBe('总认缴规模286.6亿元');
    expect(decodeText(hex('c160b357bcd2323836bbf5a4b8'), 'zh-TW')).toBe('總規模286億元');
    expect(decodeText(hex('6bfc727a6c696368'), 'de')).toBe('kürzlich');
    expect(decodeText(hex('efbbbf41'), 'de')).toBe('A');
    expect(decodeText(hex('fffe41000a4e'), 'zh-CN')).toBe('A上');
    expect(decodeText(hex('feff4e0a'), 'zh-CN')).toBe('上');
    expect(decodeText(hex('0001020300'), 'de')).toBeUndefined();
  });
});

describe('Markdown', () => {
  it('gives headings, paragraphs, items and rows, without its marks', async () => {
    const text =
      '---\ntitle: x\n---\n# Bericht\n\nMit **15 %** und\nmehr.\n\n## 1 Fonds\n\n- eins\n- zwei\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Zitat\n';
    expect(await outline(text, 'x.md')).toEqual([
      '1 Bericht',
      '- Mit 15 % und\nmehr.',
      '2 1 Fonds',
      '- eins',
      '- zwei',
      '- a\tb',
      '- 1\t2',
      '- Zitat',
    ]);
  });

  it('may be nested deeper than anybody writes', async () => {
    const lists = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n');
    expect((await read(lists, 'x.md')).length).toBeGreaterThan(0);
    expect(await outline(`${'>'.repeat(20_000)} tief`, 'x.md')).toEqual(['- tief']);
  });
});

describe('HTML', () => {
  it('gives what a reader sees of the article', async () => {
    const page = `<!doctype html><head><title>no</title><style>p{}</style></head><body>
      <nav><p>1 Home</p></nav>
      <article><h1>Titel</h1><p>Rund&nbsp;<b>120</b> Unternehmen<script>var x = 5;</script></p>
      <h2>2 Fonds</h2>Erster<br><br>Zweiter <p hidden>9</p><ul><li>Eins<li>Zwei</ul>
      <table><tr><th>Jahr<td>2024</table><!-- 7 --></article><footer>2026</footer>`;
    expect(await outline(page, 'x.html')).toEqual([
      '1 Titel',
      '- Rund 120 Unternehmen',
      '2 2 Fonds',
      '- Erster',
      '- Zweiter',
      '- Eins',
      '- Zwei',
      '- Jahr\t2024',
    ]);
  });

  it('has footnotes whose marks are no digits of its figures', async () => {
    const page = '<p>24<sup><a>[1]</a></sup> Fonds auf 5 km<sup>2</sup>, 15<sup>3</sup> Banken';
    expect(await outline(page, 'x.html')).toEqual(['- 24 Fonds auf 5 km2, 15 Banken']);
  });

  it('is read in the encoding that the page declares', async () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="gb2312"><p>'),
      hex('d7dcc8cfbdc9b9e6c4a33238362e36d2dad4aa'),
    ]);
    expect(await outline(page, 'x.htm', 'de')).toEqual(['- 总认缴规模286.6亿元']);
  });

  it('may be nested as deep as pages are, and is refused beyond', async () => {
    expect(await outline(`${'<div>'.repeat(4_000)}tief`, 'x.html')).toEqual(['- tief']);
    expect(await outline(`<script>${'i<n;'.repeat(6_000)}</script>x`, 'x.html')).toEqual(['- x']);
    expect(await outline('<p>x'.repeat(6_000), 'x.html')).toHaveLength(6_000);
    await expect(read('<div>'.repeat(100_000), 'x.html')).rejects.toThrow(/nested more than/);
  });
});

describe('DOCX', () => {
  const docx = (body: string, styles = ''): Uint8Array => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts: [string, string][] = [
      [
        '[Content_Types].xml',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      ],
      [
        '_rels/.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      [
        'word/_rels/document.xml.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
      ],
      ['word/document.xml', `<w:document ${w}><w:body>${body}</w:body></w:document>`],
      ['word/styles.xml', `<w:styles ${w}>${styles}</w:styles>`],
    ];
    return writePackage(
      { parts: new Map(parts.map(([name, text]) => [name, utf8(text)])) },
      { date: '2026-01-01' },
    );
  };
  const para = (text: string, style = ''): string =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const styles =
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:styleId="Eigene"><w:basedOn w:val="berschrift1"/></w:style>' +
    '<w:style w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>' +
    '<w:style w:styleId="Kreis"><w:basedOn w:val="Kreis"/></w:style>';

  it('tells headings by their styles, and leaves the table of contents out', async () => {
    const body = [
      para('Fonds 3', 'Verz1'),
      para('1 Fonds', 'Eigene'),
      para('Text', 'Kreis'),
      '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>1.1 Mehr</w:t></w:r></w:p>',
    ].join('');
    expect(await outline(docx(body, styles), 'x.docx')).toEqual(['1 1 Fonds', '- Text', '2 1.1 Mehr']);
  });

  it('reads inserted text, not deleted text, and rows as paragraphs', async () => {
    const body =
      '<w:p><w:r><w:t>Mehr als </w:t></w:r><w:del><w:r><w:delText>14</w:delText></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:r><w:noBreakHyphen/><w:tab/><w:t>x</w:t></w:r></w:p>' +
      `<w:tbl><w:tr><w:tc>${para('Jahr')}</w:tc><w:tc>${para('2024')}</w:tc></w:tr></w:tbl>`;
    expect(await outline(docx(body), 'x.docx')).toEqual(['- Mehr als 15-\tx', '- Jahr\t2024']);
  });

  it('is known by its bytes, and said to be damaged where it is', async () => {
    expect(await outline(docx(para('x')), 'x.txt')).toEqual(['- x']);
    await expect(read(docx(para('x')).slice(0, 300), 'x.docx')).rejects.toThrow(UnreadableError);
    await expect(read(docx(para('<')), 'x.docx')).rejects.toThrow(/not well-formed/);
  });
});

/** A PDF of Helvetica, a list of [size, x, y, text] for each page. */
function pdf(pages: readonly (readonly (readonly [number, number, number, string])[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => {
      const content = lines
        .map(
          ([size, x, y, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
        )
        .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

describe('PDF', () => {
  it('gives headings by their size and paragraphs by their gaps', async () => {
    const page = [
      [18, 56, 780, '1 Fonds'],
      [12, 56, 750, 'Zugesagt sind dem Fonds 250 Mio. Euro, davon sind'],
      [12, 56, 736, '140 Mio. Euro f\u00fcr die Tech-'],
      [12, 56, 722, 'Finanzierung und Unter-'],
      [12, 56, 708, 'nehmen eingezahlt.'],
      [12, 56, 680, 'Zweiter Absatz mit'],
      [12, 200, 680, '15 %'],
    ] as const;
    expect(await outline(pdf([page]), 'x.pdf')).toEqual([
      '1 1 Fonds',
      '- Zugesagt sind dem Fonds 250 Mio. Euro, davon sind\n140 Mio. Euro für die Tech-Finanzierung und Unternehmen eingezahlt.',
      '- Zweiter Absatz mit 15 %',
    ]);
  });

  it('has footnotes whose marks are no digits of its figures', async () => {
    const page = [
      [12, 56, 700, 'Insgesamt 24'],
      [7, 124, 705, '1'],
      [12, 132, 700, 'Fonds'],
    ] as const;
    expect(await outline(pdf([page]), 'x.pdf')).toEqual(['- Insgesamt 24 Fonds']);
  });

  it('leaves running heads and page numbers out', async () => {
    const pages = [1, 2, 3, 4].map(
      (number) =>
        [
          [9, 56, 810, 'Jahresbericht'],
          [12, 56, 700, `Absatz ${'abcd'[number - 1]} endet hier.`],
          [9, 280, 30, `Seite ${number}`],
        ] as const,
    );
    expect(await outline(pdf(pages), 'x.pdf')).toEqual([
      '- Absatz a endet hier.',
      '- Absatz b endet hier.',
      '- Absatz c endet hier.',
      '- Absatz d endet hier.',
    ]);
  });

  it('says of a scan that it has no text, and of a damaged file that it is damaged', async () => {
    await expect(read(pdf([[]]), 'x.pdf')).rejects.toMatchObject({ hint: expect.stringContaining('scan') });
    await expect(read('%PDF-1.4 nothing', 'x.pdf')).rejects.toThrow(UnreadableError);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['an unknown format', 'text', 'x.odt', /format is not known/],
    ['an empty file', '', 'x.txt', /no text in it/],
    ['bytes that are no text', new Uint8Array([0, 1, 2, 0]), 'x.txt', /is no text/],
    ['a file beyond all measure', new Uint8Array(mostBytes + 1), 'x.txt', /bytes/],
    ['a text beyond all measure', 'a'.repeat(2_000_001), 'x.txt', /characters/],
  ])('is said: %s', async (_, content, name, problem) => {
    await expect(read(content, name)).rejects.toThrow(problem);
  });
});
