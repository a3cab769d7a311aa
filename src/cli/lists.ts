/** Layer 6. Lists as options have them. */

/** "en,zh-CN"; undefined where an item is missing. */
export function itemsOf(text: string): string[] | undefined {
  const items = text.split(',').map((item) => item.trim());
  return items.includes('') ? undefined : items;
}

/**
 * "zh-CN+en,zh-CN-de,en": one or two language tags each; undefined where it is none. Tags hold hyphens themselves: a region
 * is written in capitals (zh-CN) and a script begins with one (zh-Hans), so the next lower-case part is a new tag.
 */
export function languagePairsOf(text: string): string[][] | undefined {
  const pairs = itemsOf(text)?.map((item) =>
    item.includes('+') ? item.split('+') : item.split(/-(?=[a-z]{2,3}(?:-|$))/),
  );
  return pairs?.some((pair) => pair.length > 2) ? undefined : pairs;
}
