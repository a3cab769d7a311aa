/**
 * Layer 6. Most functions of a build run a few times only, and what V8 spends on optimising those that run a few hundred
 * times is a quarter of a first build. Told to wait 15 times as long as usual, it still optimises what runs for long.
 */

/**
 * @param version of Node: 20.20.2
 * @returns the flag; undefined for a release whose flags are not known, since V8 complains of one that it does not have
 */
export function optimiseLater(version: string): string | undefined {
  const release = Number.parseInt(version, 10);
  if (release < 22) return '--interrupt-budget=1000000';
  return release <= 24 ? '--invocation-count-for-turbofan=45000' : undefined;
}
