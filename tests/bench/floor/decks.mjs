/** The decks of the hand-written sample, by pptxgenjs. */
import pptxgen from 'pptxgenjs';
import { ink, muted, primary } from './look.mjs';

function addBlocks(pptx, slide, { language, face, color, charts }, blocks, { x, y, w, h }) {
  const text = { fontFace: face, fontSize: 18, color, lang: language, valign: 'top' };
  const pictures = blocks.filter(({ kind }) => kind === 'chart');
  const lists = blocks.filter(({ kind }) => kind === 'text').flatMap(({ items }) => items);
  for (const block of blocks) {
    if (block.kind === 'chart') {
      const data = charts.get(`${block.id}.${language}`).toString('base64');
      slide.addImage({ data: `image/png;base64,${data}`, x, y, w: 7, h: 4.375, altText: block.alt });
    } else if (block.kind === 'tiles') {
      block.tiles.forEach(({ value, label }, index) => {
        const place = { x: x + (index % 4) * 3.05, y: y + Math.floor(index / 4) * 2.1, w: 2.9 };
        slide.addShape(pptx.ShapeType.rect, { ...place, h: 1.95, fill: { color: 'F3F6F8' } });
        slide.addText(value, { ...text, ...place, h: 0.9, fontSize: 28, bold: true, color: primary });
        slide.addText(label, { ...text, ...place, y: place.y + 0.9, h: 1, fontSize: 14, color: muted });
      });
    } else if (block.kind === 'process') {
      block.steps.forEach(({ title, body }, index) => {
        const place = { x: x + index * 3.05, y: y + 0.5, w: 3 };
        slide.addShape(pptx.ShapeType.homePlate, { ...place, h: 0.9, fill: { color: primary } });
        slide.addText(title, { ...text, ...place, h: 0.9, color: 'FFFFFF', bold: true, valign: 'middle' });
        slide.addText(body, { ...text, ...place, y: place.y + 1, h: 1.5, fontSize: 14 });
      });
    } else if (block.kind === 'columns') {
      const width = w / block.columns.length;
      block.columns.forEach(({ title, items }, index) => {
        const place = { x: x + index * width, w: width - 0.2 };
        slide.addText(title, { ...text, ...place, y, h: 0.5, bold: true, color: primary });
        slide.addText(bullets(items), { ...text, ...place, y: y + 0.6, h: h - 0.6, fontSize: 16 });
      });
    } else if (block.kind === 'table') {
      const rows = block.rows.map((cells, row) =>
        cells.map((cell) => ({
          text: cell,
          options: { bold: row === 0, fill: { color: row === 0 ? 'F3F6F8' : 'FFFFFF' } },
        })),
      );
      slide.addTable(rows, {
        x,
        y,
        w,
        fontFace: face,
        fontSize: 14,
        color: ink,
        border: { type: 'solid', pt: 0.5, color: 'D5DDE3' },
      });
    }
  }
  if (lists.length > 0) {
    const [left, width] = pictures.length > 0 ? [x + 7.5, w - 7.5] : [x, w];
    const top = blocks.some(({ kind }) => kind === 'tiles' || kind === 'process') ? y + 4.2 : y;
    slide.addText(bullets(lists), { ...text, x: left, y: top, w: width, h: y + h - top });
  }
}

const bullets = (items) =>
  items.map((item) => ({ text: item, options: { bullet: true, breakLine: true, paraSpaceAfter: 6 } }));

/**
 * @param {ReadonlyMap<string, Buffer>} charts PNGs by chart and language
 * @returns {Promise<Buffer>} a .pptx
 */
export function makeDeck(deck, charts) {
  const pptx = new pptxgen();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = deck.title;
  const face = deck.language.startsWith('zh') ? 'Microsoft YaHei' : 'Arial';
  for (const [name, color] of [
    ['cover', primary],
    ['content', 'FFFFFF'],
  ]) {
    pptx.defineSlideMaster({
      title: name,
      background: { color },
      objects: [
        {
          placeholder: {
            options: {
              name: 'title',
              type: 'title',
              x: 0.6,
              y: name === 'cover' ? 2.2 : 0.4,
              w: 12.1,
              h: 1.1,
              fontFace: face,
              fontSize: 28,
              bold: true,
              align: 'left',
              color: name === 'cover' ? 'FFFFFF' : primary,
            },
            text: '',
          },
        },
      ],
      ...(name === 'content' && { slideNumber: { x: 12.3, y: 7, fontSize: 10, color: muted } }),
    });
  }
  deck.slides.forEach(({ title, blocks, foot, notes }, index) => {
    const slide = pptx.addSlide({ masterName: index === 0 ? 'cover' : 'content' });
    slide.addText(title, { placeholder: 'title' });
    addBlocks(
      pptx,
      slide,
      { language: deck.language, face, color: index === 0 ? 'FFFFFF' : ink, charts },
      blocks,
      {
        x: 0.6,
        y: index === 0 ? 3.6 : 1.6,
        w: 12.1,
        h: 5.1,
      },
    );
    if (foot)
      slide.addText(foot, { x: 0.6, y: 6.95, w: 11, h: 0.35, fontFace: face, fontSize: 10, color: muted });
    if (notes.length > 0) slide.addNotes(notes.join('\n'));
  });
  // `write` and `writeFile` leave parts uncompressed, whatever they are told, and the file twice as large.
  return pptx.stream({ compression: true });
}
