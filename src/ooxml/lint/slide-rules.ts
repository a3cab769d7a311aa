/** Layer 1. Rules about slides that the schema does not know: what PowerPoint repairs, what readers stumble over. */
import { identityOf, isDecorative, isTitle, placeholderOf } from '../mend/shapes.js';
import { child, descendants, elements, textOf, type XmlElement } from '../xml.js';
import { type Page, quote, type Rule, shapeLabel, shapesOf, titleOf } from './file.js';
import { named } from './walk.js';

/** Ids of shapes are unique on a page. */
export const shapeIds: Rule = function* (file) {
  for (const page of [...file.slides, ...file.notes, ...file.masters]) {
    const seen = new Map<string, string>();
    for (const identity of named(page.root, 'p:cNvPr')) {
      const id = identity.attributes.get('id') ?? '';
      const name = identity.attributes.get('name') ?? '';
      const first = seen.get(id);
      if (first !== undefined)
        yield {
          part: page.part,
          message: `${page.label}: shapes "${first}" and "${name}" share id ${id}`,
          expected: 'an id of its own for every shape',
          hint: 'renumber the shapes in document order',
        };
      else seen.set(id, name);
    }
  }
};

/** Every master has a theme part of its own. */
export const masterThemes: Rule = function* (file) {
  const owners = new Map<string, string>();
  for (const page of file.masters.filter(({ root }) => root.name !== 'p:sldLayout')) {
    for (const theme of file.related(page.part, 'theme')) {
      const owner = owners.get(theme);
      if (owner !== undefined)
        yield {
          part: page.part,
          message: `${page.part} shares ${theme} with ${owner}`,
          expected: 'a theme part per master',
          hint: 'copy the theme for the notes master',
        };
      else owners.set(theme, page.part);
    }
  }
};

/** Shapes of a slide that has tables. */
const framesOf = ({ root }: Page): readonly XmlElement[] =>
  named(root, 'a:tbl').length > 0 ? shapesOf(root) : [];

/** Rows have as many cells as the table has columns. */
export const tableRows: Rule = function* (file) {
  for (const slide of file.slides) {
    for (const frame of framesOf(slide)) {
      for (const table of descendants(frame, 'a:tbl')) {
        const columns = elements(child(table, 'a:tblGrid') ?? table, 'a:gridCol').length;
        for (const [index, row] of elements(table, 'a:tr').entries()) {
          const cells = elements(row, 'a:tc').length;
          if (cells !== columns)
            yield {
              part: slide.part,
              message: `${slide.label}, ${shapeLabel(frame)}: row ${index + 1} has ${cells} cells`,
              expected: `${columns} cells, as the table has columns (covered ones marked hMerge or vMerge)`,
              hint: 'give every row a cell per column',
            };
        }
      }
    }
  }
};

/** A table's first row is marked as its header. */
export const slideTableHeaders: Rule = function* (file) {
  for (const slide of file.slides) {
    for (const frame of framesOf(slide)) {
      for (const table of descendants(frame, 'a:tbl')) {
        if (!/^(1|true)$/.test(child(table, 'a:tblPr')?.attributes.get('firstRow') ?? ''))
          yield {
            part: slide.part,
            message: `${slide.label}, ${shapeLabel(frame)}: no row of the table is marked as its header`,
            expected: 'firstRow="1" on a:tblPr',
            hint: 'screen readers name the column by it',
          };
      }
    }
  }
};

/** No cells of a table are merged: screen readers count columns by them. */
export const slideMergedCells: Rule = function* (file) {
  for (const slide of file.slides) {
    for (const frame of framesOf(slide)) {
      for (const cell of descendants(frame, 'a:tc')) {
        const spans = ['gridSpan', 'rowSpan'].map((key) => Number(cell.attributes.get(key) ?? 1));
        if (spans.every((span) => span <= 1)) continue;
        yield {
          part: slide.part,
          message: `${slide.label}, ${shapeLabel(frame)}: the cell ${quote(textOf(cell))} is merged with others`,
          expected: 'a cell for every row and column',
          hint: 'split the cell, or the table',
        };
      }
    }
  }
};

/** A background says its effects, if only that there are none. */
export const backgrounds: Rule = function* (file) {
  for (const page of [...file.slides, ...file.masters]) {
    for (const background of named(page.root, 'p:bgPr')) {
      if (child(background, 'a:effectLst') || child(background, 'a:effectDag')) continue;
      yield {
        part: page.part,
        message: `${page.label}: the background has no a:effectLst`,
        expected: 'a:effectLst after the fill',
        hint: 'PowerPoint repairs files without it',
      };
    }
  }
};

/** Pictures, charts, tables and shapes without text say what they show, or that they are decorative. */
export const altTexts: Rule = function* (file) {
  for (const slide of file.slides) {
    for (const shape of shapesOf(slide.root)) {
      const identity = identityOf(shape);
      if (!identity || placeholderOf(shape) !== undefined) continue;
      if (shape.name === 'p:sp' && textOf(child(shape, 'p:txBody') ?? { ...shape, children: [] }).trim())
        continue;
      const description = identity.attributes.get('descr')?.trim() ?? '';
      const isFileName = /^[\w./\\:-]+\.(png|jpe?g|gif|svg)$/i.test(description);
      if (isDecorative(identity) || (description && !isFileName)) continue;
      yield {
        part: slide.part,
        message: `${slide.label}, ${shapeLabel(shape)}: ${isFileName ? `alternative text ${quote(description)} is a file's name` : 'no alternative text'}`,
        expected: 'what it shows, or a mark as decorative',
        hint: 'give altText, or the object name an annotation',
      };
    }
  }
};

/** Every slide has a title in a title placeholder, no two the same, and it is read first. */
export const slideTitles: Rule = function* (file) {
  const finding = ({ part, label }: Pick<Page, 'part' | 'label'>, message: string, expected: string) => ({
    part,
    message: `${label}: ${message}`,
    expected,
    hint: 'titles are how screen readers and the outline tell slides apart',
  });
  const seen = new Map<string, string>();
  for (const slide of file.titles) {
    const { title, label } = slide;
    if (!title) continue;
    const other = seen.get(title);
    if (other !== undefined)
      yield finding(
        slide,
        `title ${quote(title)} is that of ${other} too`,
        'a title of its own for every slide',
      );
    seen.set(title, label);
  }
  for (const slide of file.slides) {
    const title = titleOf(slide.root);
    if (!title) {
      yield finding(
        slide,
        title === '' ? 'the title is empty' : 'no title placeholder',
        'a title in a title placeholder',
      );
      continue;
    }
    const read = shapesOf(slide.root).find((shape) => {
      const identity = identityOf(shape);
      return identity !== undefined && !isDecorative(identity);
    });
    if (read && !isTitle(read))
      yield finding(
        slide,
        `${shapeLabel(read)} is read before the title`,
        'the title first in the shape tree',
      );
  }
};

/** No placeholder was left empty. */
export const emptyPlaceholders: Rule = function* (file) {
  for (const slide of file.slides) {
    for (const shape of shapesOf(slide.root)) {
      const type = placeholderOf(shape)?.attributes.get('type');
      if (shape.name !== 'p:sp' || !placeholderOf(shape) || ['sldNum', 'dt', 'ftr'].includes(type ?? ''))
        continue;
      if (textOf(child(shape, 'p:txBody') ?? shape).trim()) continue;
      yield {
        part: slide.part,
        message: `${slide.label}, ${shapeLabel(shape)}: the placeholder is empty`,
        expected: 'placeholders with content only',
        hint: 'fill it or leave it out',
      };
    }
  }
};

/** No text box relies on shrinking, which PowerPoint does only once the text is edited. */
export const autofit: Rule = function* (file) {
  for (const page of [...file.slides, ...file.masters]) {
    if (named(page.root, 'a:normAutofit').length === 0) continue;
    for (const shape of shapesOf(page.root)) {
      if (descendants(shape, 'a:normAutofit').length === 0) continue;
      yield {
        part: page.part,
        message: `${page.label}, ${shapeLabel(shape)}: text is to shrink on overflow (a:normAutofit)`,
        expected: 'text set at a size that fits',
        hint: 'compute the size; until the text is edited PowerPoint shows it overflowing',
      };
    }
  }
};
