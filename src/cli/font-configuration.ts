/** Layer 6. Fonts for programs that go by fontconfig: the machine's own, and the bundled ones where it lacks those named. */
import { join } from 'node:path';
import type { World } from '../world.js';

/** Without these, Linux sets Chinese in whatever font has the characters, a Japanese one perhaps. */
const standIns = { Arial: 'Arimo', 'Microsoft YaHei': 'Noto Sans SC' } as const;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** @param cache a folder that may be written */
export function fontConfiguration(world: World, cache: string): string {
  const own = world.environment('FONTCONFIG_FILE') || '/etc/fonts/fonts.conf';
  const aliases = Object.entries(standIns).map(
    ([font, bundled]) =>
      `<alias binding="same"><family>${font}</family><accept><family>${bundled}</family></accept></alias>`,
  );
  return [
    '<?xml version="1.0"?>',
    '<fontconfig>',
    `<include ignore_missing="yes">${escapeXml(own)}</include>`,
    `<dir>${escapeXml(join(world.assets, 'fonts'))}</dir>`,
    `<cachedir>${escapeXml(cache)}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n');
}
