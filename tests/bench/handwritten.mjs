/**
 * What zonebrief is measured against: the same set of files, written by hand with the same libraries. No facts, no
 * templates, no checks, no mending; texts (content.json) and places are fixed. It is what one writes who needs the
 * files once: three decks, two summaries facing in two languages with footnotes, every chart per language in the
 * sizes that slides and summaries use, as pictures in the files and beside them.
 *
 * node tests/bench/handwritten.mjs OUT
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import pptxgen from 'pptxgenjs';

const out = process.argv[2];
const { decks, summaries, charts } = JSON.parse(
  readFileSync(new URL('content.json', import.meta.url), 'utf8'),
);
mkdirSync(join(out, 'charts'), { recursive: true });

const ink = '17212B';
const muted = '5B6B7A';
const primary = '0B3C5D';
const series = ['#0B3C5D', '#3A7CA5', '#C98B2B', '#8FA9BA', '#7A3E48'];
const fonts = new URL('../../src/fonts/', import.meta.url);

// Charts: one canvas per size, as chartjs-node-canvas's documentation advises; drawn at double resolution.
const canvases = new Map();
function canvasOf(width, height) {
  const key = `${width}x${height}`;
  if (!canvases.has(key)) {
    const canvas = new ChartJSNodeCanvas({
      width: width * 2,
      height: height * 2,
      backgroundColour: '#FFFFFF',
    });
    for (const weight of ['Regular', 'Bold']) {
      canvas.registerFont(new URL(`NotoSansSC-${weight}.ttf`, fonts).pathname, {
        family: 'Noto Sans SC',
        weight: weight.toLowerCase(),
      });
    }
    canvases.set(key, canvas);
  }
  return canvases.get(key);
}

async function drawChart({ type, title, unit, source, labels, values, texts }, [width, height]) {
  const ring = type === 'share' || type === 'parts';
  const font = (size, weight = 'normal') => ({ family: 'Noto Sans SC', size: size * 2, weight });
  const writeTexts = {
    id: 'texts',
    afterDatasetsDraw(drawn) {
      const { ctx } = drawn;
      ctx.fillStyle = `#${ink}`;
      ctx.font = `bold 26px "Noto Sans SC"`;
      for (const [index, bar] of drawn.getDatasetMeta(0).data.entries()) {
        const { x, y } = bar.tooltipPosition();
        if (texts[index]) ctx.fillText(texts[index], ring ? x - 20 : x + 10, y + 8);
      }
      ctx.font = `22px "Noto Sans SC"`;
      ctx.fillStyle = `#${muted}`;
      ctx.fillText(source, 20, height * 2 - 20);
    },
  };
  return canvasOf(width, height).renderToBuffer({
    type: ring ? 'doughnut' : 'bar',
    data: { labels, datasets: [{ data: values, backgroundColor: ring ? series : series[0] }] },
    options: {
      indexAxis: 'y',
      animation: false,
      devicePixelRatio: 1,
      layout: { padding: { left: 20, right: ring ? 20 : 160, top: 20, bottom: 60 } },
      plugins: {
        legend: { display: ring, position: 'right', labels: { font: font(13) } },
        title: { display: true, text: title, align: 'start', font: font(18, 'bold') },
        subtitle: { display: true, text: unit, align: 'start', font: font(12) },
      },
      ...(ring
        ? { cutout: '62%' }
        : { scales: { x: { beginAtZero: true, display: false }, y: { ticks: { font: font(13) } } } }),
    },
    plugins: [writeTexts],
  });
}

const slidePictures = new Map();
const columnPictures = new Map();
for (const chart of charts) {
  const key = `${chart.id}.${chart.language}`;
  slidePictures.set(key, await drawChart(chart, [960, 540]));
  writeFileSync(join(out, 'charts', `${key}.png`), slidePictures.get(key));
}

// Decks.
function addBlocks(pptx, slide, { language, face }, blocks, { x, y, w, h }) {
  const text = { fontFace: face, fontSize: 18, color: ink, lang: language, valign: 'top' };
  const pictures = blocks.filter(({ kind }) => kind === 'chart');
  const lists = blocks.filter(({ kind }) => kind === 'text').flatMap(({ items }) => items);
  for (const block of blocks) {
    if (block.kind === 'chart') {
      const data = slidePictures.get(`${block.id}.${language}`).toString('base64');
      slide.addImage({ data: `image/png;base64,${data}`, x, y, w: 7.2, h: 4.05, altText: block.alt });
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

for (const deck of decks) {
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
    addBlocks(pptx, slide, { language: deck.language, face }, blocks, {
      x: 0.6,
      y: index === 0 ? 3.6 : 1.6,
      w: 12.1,
      h: 5.1,
    });
    if (foot)
      slide.addText(foot, { x: 0.6, y: 6.95, w: 11, h: 0.35, fontFace: face, fontSize: 10, color: muted });
    if (notes.length > 0) slide.addNotes(notes.join('\n'));
  });
  writeFileSync(join(out, `briefing.${deck.language}.pptx`), await pptx.write({ outputType: 'nodebuffer' }));
}

// Summaries.
for (const { languages, title, footnotes, parts } of summaries) {
  const run = (text, language, options = {}) =>
    new TextRun({
      text,
      size: 19,
      font: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Microsoft YaHei' },
      language: { value: language, eastAsia: 'zh-CN' },
      ...options,
    });
  const paragraph = ({ text, language, role, notes }) =>
    new Paragraph({
      ...(role === 'heading' && { heading: HeadingLevel.HEADING_1 }),
      ...(role === 'item' && { bullet: { level: 0 } }),
      spacing: { after: 80 },
      children: [
        run(text, language, { bold: role === 'strong' }),
        ...notes.map((note) => new FootnoteReferenceRun(note)),
      ],
    });
  const cell = (children) => new TableCell({ children, margins: { left: 80, right: 80 } });
  const body = [];
  for (const part of parts) {
    const rows = [];
    for (const cells of part.rows) {
      rows.push(
        new TableRow({
          tableHeader: part.kind === 'table' && rows.length === 0,
          children: await Promise.all(
            cells.map(async (content) =>
              cell(
                await Promise.all(
                  content.map(async (item) => {
                    if (item.kind !== 'picture') return paragraph(item);
                    const key = `${item.chart}.${item.language}`;
                    const chart = charts.find(({ id, language }) => `${id}.${language}` === key);
                    if (!columnPictures.has(key)) columnPictures.set(key, await drawChart(chart, [480, 400]));
                    return new Paragraph({
                      alignment: AlignmentType.CENTER,
                      children: [
                        new ImageRun({
                          type: 'png',
                          data: columnPictures.get(key),
                          transformation: { width: 320, height: 267 },
                          altText: { name: key, title: key, description: item.alt },
                        }),
                      ],
                    });
                  }),
                ),
              ),
            ),
          ),
        }),
      );
    }
    body.push(new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows }), new Paragraph({}));
  }
  const document = new Document({
    title,
    footnotes: Object.fromEntries(
      footnotes.map(({ text, language }, index) => [
        index + 1,
        { children: [new Paragraph({ children: [run(text, language, { size: 15 })] })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1020, right: 1020 },
          },
        },
        headers: {
          default: new Header({ children: [new Paragraph({ children: [run(title, languages[0])] })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: body,
      },
    ],
  });
  writeFileSync(join(out, `summary.${languages.join('-')}.docx`), await Packer.toBuffer(document));
}
