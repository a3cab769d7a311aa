/** What the rules of src/ooxml/lint/text-rules.ts find. */
import { child, descendants, removeChildren, type XmlElement } from '../../../src/ooxml/xml.js';
import { type Breaks, chart1, first, run, slide1, slide2 } from './breaks.js';

export const textRules: Breaks<'ooxml/invalid-language' | 'ooxml/run-language' | 'ooxml/east-asian-font'> = {
  'ooxml/invalid-language': [
    {
      name: 'a language that nobody speaks',
      file: 'deck',
      breaks: (parts) => child(run(parts, slide2, 'a:r', '42.5%'), 'a:rPr')?.attributes.set('lang', 'xx-XX'),
      part: slide2,
      says: '"xx-XX" is no language',
    },
    {
      name: 'a tag that is none',
      file: 'deck',
      breaks: (parts) => first(parts, chart1, 'c:lang').attributes.set('val', 'english'),
      part: chart1,
      says: '"english"',
    },
    {
      name: 'a wrong language in Word',
      file: 'document',
      breaks: (parts) =>
        first(parts, 'word/settings.xml', 'w:themeFontLang').attributes.set('w:eastAsia', 'zh_CN'),
      part: 'word/settings.xml',
      says: '"zh_CN"',
    },
  ],
  'ooxml/run-language': [
    {
      name: 'a run without',
      file: 'deck',
      breaks: (parts) => child(run(parts, slide2, 'a:r', '42.5%'), 'a:rPr')?.attributes.delete('lang'),
      part: slide2,
      says: 'slide 2: the run "42.5%" has no language',
    },
    {
      name: 'a Chinese run in English, in notes',
      file: 'deck',
      breaks: (parts) =>
        child(run(parts, 'ppt/notesSlides/notesSlide1.xml', 'a:r', '备注'), 'a:rPr')?.attributes.set(
          'lang',
          'en-US',
        ),
      part: 'ppt/notesSlides/notesSlide1.xml',
      says: 'notes of slide 1: the run "备注 notes" has language en-US',
    },
    {
      name: 'a Word file without default languages',
      file: 'document',
      breaks: (parts) =>
        void removeChildren(
          child(parts.xml('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr') as XmlElement,
          ({ name }) => name === 'w:lang',
        ),
      part: 'word/document.xml',
      says: 'the run "简介 Introduction" has no language',
    },
  ],
  'ooxml/east-asian-font': [
    {
      name: 'Arial for Chinese',
      file: 'deck',
      breaks: (parts) =>
        child(run(parts, slide1, 'a:r', '重庆'), 'a:rPr', 'a:ea')?.attributes.set('typeface', 'Arial'),
      part: slide1,
      says: '"Arial" as its East Asian font',
    },
    {
      name: 'a theme without, where the run has none either',
      file: 'deck',
      breaks: (parts) => {
        for (const theme of ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'])
          for (const font of descendants(parts.xml(theme), 'a:ea')) font.attributes.set('typeface', '');
        const properties = child(run(parts, slide1, 'a:r', '重庆'), 'a:rPr') as XmlElement;
        removeChildren(properties, ({ name }) => name === 'a:ea');
      },
      part: slide1,
      says: 'no East Asian font',
    },
    {
      name: 'a Word file without one by default',
      file: 'document',
      breaks: (parts) =>
        child(
          parts.xml('word/styles.xml'),
          'w:docDefaults',
          'w:rPrDefault',
          'w:rPr',
          'w:rFonts',
        )?.attributes.delete('w:eastAsia'),
      part: 'word/document.xml',
      says: 'no East Asian font',
    },
  ],
};
