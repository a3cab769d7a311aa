/** Layer 4. What a publication that was cut short leaves backstage. Alone here, since who only asks loads nothing else. */

/** @param names in a store's backstage */
export const wasCutShort = (names: readonly string[]): boolean =>
  names.some((name) => /^(new|old|(making|gone|stray)-.*|(journal\.json|held\.md)(\.new)?)$/.test(name));
