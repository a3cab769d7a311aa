/** Layer 2. A theme as a theme.yaml that a person goes on with: comments say where each value comes from. */
import type { Theme, ThemeLayout } from '../../document/theme.js';

export interface Written {
  readonly colors: Theme['colors'];
  readonly fonts: { readonly latin: string; readonly eastAsian: string };
  readonly logo?: string | undefined;
  readonly backdrop?: string | undefined;
  readonly layout: ThemeLayout;
  /** Lines of the comment at the head. */
  readonly head: readonly string[];
}

const purposes: Readonly<Record<keyof Theme['colors'], string>> = {
  paper: 'background of slides',
  surface: 'tiles, heads of tables',
  ink: 'text',
  muted: 'labels, sources',
  line: 'rules and borders',
  primary: 'cover, titles, figures, first series',
  onPrimary: 'text on primary',
  accent: 'emphasis',
  series: 'charts: told apart in grey print and by the colour-blind',
};

const comment = (text: string): string => `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`;
const number = (value: number): string => String(Math.round(value * 1000) / 1000);

export function writeTheme({ colors, fonts, logo, backdrop, layout, head }: Written): string {
  const lines = [...head.map(comment), 'colors:'];
  for (const [name, purpose] of Object.entries(purposes)) {
    const value = colors[name as keyof Theme['colors']];
    const text =
      typeof value === 'string' ? `"${value}"` : `[${value.map((each) => `"${each}"`).join(', ')}]`;
    lines.push(`  ${name}: ${text}  # ${purpose}`);
  }
  lines.push(
    'fonts:',
    `  latin: ${JSON.stringify(fonts.latin)}`,
    `  eastAsian: ${JSON.stringify(fonts.eastAsian)}`,
  );
  if (logo !== undefined)
    lines.push(
      'logo:',
      `  file: ${JSON.stringify(logo)}`,
      '  # onPrimary: true  # seen on the primary colour, no plate needed',
    );
  if (backdrop !== undefined)
    lines.push('# Behind slides with content.', 'backdrop:', `  file: ${JSON.stringify(backdrop)}`);
  lines.push("# Inches, as the brand's master has them.", 'layout:');
  for (const [name, value] of Object.entries(layout))
    if (value !== undefined) lines.push(`  ${name}: ${layoutValue(value)}`.replace(/ +$/m, ''));
  return `${lines.join('\n')}\n`;
}

type Fields = Readonly<Record<string, number | string | undefined>>;

function layoutValue(value: Fields | readonly Fields[]): string {
  if (Array.isArray(value)) return value.map((each) => `\n    - ${layoutValue(each)}`).join('');
  return `{ ${Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([side, field]) => `${side}: ${typeof field === 'number' ? number(field) : field}`)
    .join(', ')} }`;
}
