/** Layer 2. Colours for marks: chosen so that neighbours differ in grey, too. */

type Rgb = readonly [number, number, number];

const channels = (colour: string): Rgb => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
};

/** `share` of the first colour over the second, from 0 to 1; #RRGGBB in and out. */
export function mix(colour: string, ground: string, share: number): string {
  const [over, under] = [channels(colour), channels(ground)];
  const mixed = over.map((channel, index) =>
    Math.round(channel * share + (under[index] as number) * (1 - share)),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Lightness as a grey print shows it, from 0 to 255 (Rec. 601). */
export function greyOf(colour: string): number {
  const [red, green, blue] = channels(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/**
 * As many of a theme's series colours as there are parts: the first, then each time the one whose grey is farthest
 * from those taken. More parts than colours begin again from the first.
 */
export function coloursFor(series: readonly string[], count: number): string[] {
  const rest = series.slice(1);
  const taken = [series[0] as string];
  while (taken.length < count && rest.length > 0) {
    const distance = (colour: string) =>
      Math.min(...taken.map((other) => Math.abs(greyOf(colour) - greyOf(other))));
    const farthest = rest.reduce((best, colour) => (distance(colour) > distance(best) ? colour : best));
    taken.push(farthest);
    rest.splice(rest.indexOf(farthest), 1);
  }
  return Array.from({ length: count }, (_, index) => taken[index % taken.length] as string);
}
