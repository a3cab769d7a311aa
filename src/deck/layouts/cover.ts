/** Layer 3. The first slide: what the deck is, from whom, of which day. */
import type { Block, Section } from '../../document/document.js';
import { paragraph, plainText, textRun, toRuns } from '../inline.js';
import { joinArranged, type Layout, type LayoutContext } from '../layout.js';
import { noInsets, type Paragraph, type TextShape } from '../model.js';
import { stack } from '../piece.js';
import { isProse, prose } from '../pieces/prose.js';
import { roomFor } from '../text.js';

const line = (
  name: string,
  box: TextShape['box'],
  content: Paragraph,
  anchor: TextShape['anchor'],
): TextShape => ({
  kind: 'text',
  name,
  box,
  paragraphs: [content],
  anchor,
  insets: noInsets,
  outline: 'rect',
});

/** Below the title: the section's own text, else the document's subtitle. */
function subtitleBlocks({ blocks, at }: Section, { document }: LayoutContext): readonly Block[] {
  if (blocks.length > 0 || document.subtitle.length === 0) return blocks;
  return [{ kind: 'paragraph', content: document.subtitle, at }];
}

export const cover: Layout = {
  title: 'Cover',
  master: 'cover',
  cites: false,
  full: 'finding',
  arrange(section, context) {
    const { document, language } = context;
    const bands = context.grid.cover;
    const blocks = subtitleBlocks(section, context);
    const text = blocks.every(isProse)
      ? [prose(blocks, 'coverText', 'Subtitle')]
      : context.pieces(blocks, { style: 'coverText' });
    const shapes: TextShape[] = [];
    const title = plainText(section.title);
    // The file's title stands above the slide's where the two say different things.
    if (document.title.length > 0 && plainText(document.title) !== title) {
      const kicker = paragraph(toRuns(document.title, 'coverKicker'), 'coverKicker', 1);
      shapes.push(line('Kicker', bands.kicker, kicker, 'bottom'));
    }
    // Not twice on one slide: templates may write the day themselves.
    const day = language.writeDate(document.editionDate);
    const told = blocks.some((block) => block.kind === 'paragraph' && plainText(block.content).includes(day));
    const issued = told ? document.issuer : `${document.issuer}  ·  ${day}`;
    const meta = paragraph([textRun(issued, 'coverKicker')], 'coverKicker', 1);
    const body = stack(text, bands.subtitle);
    const room = roomFor([meta], bands.meta.w);
    const tooLong = room.lines > bands.meta.h || room.tooWide > 0;
    const overflow = tooLong
      ? ({ shape: 'Issuer', surplus: room.lines - bands.meta.h, direction: 'height' } as const)
      : undefined;
    return joinArranged({ shapes }, body, {
      shapes: [line('Issuer', bands.meta, meta, 'bottom')],
      ...(overflow && { overflow }),
    });
  },
};
