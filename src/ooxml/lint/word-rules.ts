/** Layer 1. Rules about Word files that the schema does not know. */
import { child, descendants, elements, textOf, type XmlElement } from '../xml.js';
import { type OfficeFile, quote, type Rule } from './file.js';
import { named } from './walk.js';

/** Word does not ask at opening whether to update fields, and shows none as it makes it itself. */
export const updateFields: Rule = function* (file) {
  const settings = file.tree('word/settings.xml');
  for (const element of settings ? elements(settings, 'w:updateFields') : []) {
    if (/^(0|false|off)$/.test(element.attributes.get('w:val') ?? 'true')) continue;
    yield {
      part: 'word/settings.xml',
      message:
        'w:updateFields is set: Word asks at opening whether to update fields that may refer to other files',
      expected: 'no w:updateFields',
      hint: 'write fields with their results',
    };
  }
  for (const page of file.texts) {
    for (const field of [...named(page.root, 'w:fldChar'), ...named(page.root, 'w:fldSimple')]) {
      if (!/^(1|true|on)$/.test(field.attributes.get('w:dirty') ?? '')) continue;
      yield {
        part: page.part,
        message: `${page.part}: a field is marked as out of date: Word makes it anew at opening, and may ask before`,
        expected: 'no w:dirty',
        hint: 'write fields with their results',
      };
    }
  }
};

/** Outline level (1–9) of each paragraph style, inherited ones too. */
function headingLevels(file: OfficeFile): Map<string, number> {
  const styles = file.tree('word/styles.xml');
  const byId = new Map(
    (styles ? elements(styles, 'w:style') : []).map((style) => [
      style.attributes.get('w:styleId') ?? '',
      style,
    ]),
  );
  const levelOf = (style: XmlElement | undefined, depth: number): number | undefined => {
    if (!style || depth > 20) return undefined;
    const outline = child(style, 'w:pPr', 'w:outlineLvl')?.attributes.get('w:val');
    if (outline !== undefined) return Number(outline) + 1;
    const named = /^heading ([1-9])$/i.exec(child(style, 'w:name')?.attributes.get('w:val') ?? '');
    if (named) return Number(named[1]);
    return levelOf(byId.get(child(style, 'w:basedOn')?.attributes.get('w:val') ?? ''), depth + 1);
  };
  const levels = new Map<string, number>();
  for (const [id, style] of byId) {
    const level = levelOf(style, 0);
    if (level !== undefined && level <= 9) levels.set(id, level);
  }
  return levels;
}

/** Headings go down one level at a time. */
export const headings: Rule = function* (file) {
  const body = file.tree('word/document.xml');
  if (!body) return;
  const levels = headingLevels(file);
  let last = 0;
  for (const paragraph of named(body, 'w:p')) {
    const style = child(paragraph, 'w:pPr', 'w:pStyle')?.attributes.get('w:val') ?? '';
    const level = levels.get(style);
    if (level === undefined) continue;
    if (level > last + 1)
      yield {
        part: 'word/document.xml',
        message: `heading ${quote(textOf(paragraph))} is of level ${level} after ${last === 0 ? 'no heading' : `one of level ${last}`}`,
        expected: `level ${last + 1} or above`,
        hint: 'screen readers and the navigation pane go by the levels',
      };
    last = level;
  }
};

/**
 * Tables of data, with a name for messages. A single row or column is a layout, and so is a table without a caption whose
 * look says that it has no first row (two languages facing, say).
 */
function* dataTables(file: OfficeFile): Iterable<{ rows: readonly XmlElement[]; label: string }> {
  const body = file.tree('word/document.xml');
  for (const [index, table] of (body ? named(body, 'w:tbl') : []).entries()) {
    const rows = elements(table, 'w:tr');
    if (rows.length < 2 || rows.every((row) => elements(row, 'w:tc').length < 2)) continue;
    const look = child(table, 'w:tblPr', 'w:tblLook')?.attributes.get('w:firstRow');
    if (look !== undefined && /^(0|false|off)$/.test(look) && !child(table, 'w:tblPr', 'w:tblCaption'))
      continue;
    yield { rows, label: `table ${index + 1} (${quote(textOf(rows[0] as XmlElement))})` };
  }
}

/** Tables of data have a header row that repeats on each page. */
export const wordTableHeaders: Rule = function* (file) {
  for (const { rows, label } of dataTables(file)) {
    const [first] = rows;
    const header = first && child(first, 'w:trPr', 'w:tblHeader');
    if (header && !/^(0|false|off)$/.test(header.attributes.get('w:val') ?? 'true')) continue;
    yield {
      part: 'word/document.xml',
      message: `${label} has no header row`,
      expected: 'w:tblHeader on its first row',
      hint: 'give tableHeader: true to the first row',
    };
  }
};

/** No cells of a table of data are merged: screen readers count columns by them. */
export const wordMergedCells: Rule = function* (file) {
  for (const { rows, label } of dataTables(file)) {
    for (const [index, row] of rows.entries()) {
      const merged = elements(row, 'w:tc').find(
        (cell) =>
          Number(child(cell, 'w:tcPr', 'w:gridSpan')?.attributes.get('w:val') ?? 1) > 1 ||
          child(cell, 'w:tcPr', 'w:vMerge') !== undefined,
      );
      if (!merged) continue;
      yield {
        part: 'word/document.xml',
        message: `${label}, row ${index + 1}: the cell ${quote(textOf(merged))} is merged with others`,
        expected: 'a cell for every row and column',
        hint: 'split the cell, or the table',
      };
    }
  }
};

/** Ids of drawings and bookmarks are unique; bookmarks' names too, and of at most 40 characters. */
export const wordIds: Rule = function* (file) {
  const drawings = new Set<string>();
  for (const page of file.texts) {
    const bookmarks = new Set<string>();
    const names = new Set<string>();
    const finding = (message: string) => ({
      part: page.part,
      message: `${page.part}: ${message}`,
      expected:
        'an id of its own for every drawing and bookmark, and bookmark names of at most 40 characters',
      hint: 'renumber in document order',
    });
    for (const element of named(page.root, 'wp:docPr')) {
      const id = element.attributes.get('id') ?? '';
      if (drawings.has(id)) yield finding(`two drawings share id ${id}`);
      drawings.add(id);
    }
    for (const element of named(page.root, 'w:bookmarkStart')) {
      const id = element.attributes.get('w:id') ?? '';
      const name = element.attributes.get('w:name') ?? '';
      if (bookmarks.has(id)) yield finding(`two bookmarks share id ${id}`);
      if (names.has(name)) yield finding(`two bookmarks are named ${quote(name)}`);
      if (name.length > 40) yield finding(`bookmark name ${quote(name)} has ${name.length} characters`);
      bookmarks.add(id);
      names.add(name);
    }
  }
};

/** Pictures and charts in Word files say what they show. */
export const wordAltTexts: Rule = function* (file) {
  for (const page of file.texts) {
    for (const drawing of named(page.root, 'wp:docPr')) {
      if (drawing.attributes.get('descr')?.trim()) continue;
      if (descendants(drawing, 'adec:decorative').some((mark) => mark.attributes.get('val') === '1'))
        continue;
      yield {
        part: page.part,
        message: `${page.part}, drawing ${quote(drawing.attributes.get('name') ?? '')} (id ${drawing.attributes.get('id') ?? 'none'}): no alternative text`,
        expected: 'what it shows, or a mark as decorative',
        hint: 'give altText to the image',
      };
    }
  }
};
