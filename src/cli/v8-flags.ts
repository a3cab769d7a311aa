/** Layer 6. What V8 is told about a build, which is over within a second or two, and keeps most of what it makes. */

/**
 * Most functions run a few times only, and what V8 spends on optimising those that run a few hundred times was a quarter of
 * a first build: told to wait 15 times as long as usual, it still optimises what runs for long. And where the room for new
 * objects grows to its full size at once, half of the collections fall away, a twentieth of a build. Of what is made in
 * one place, V8 puts all into the memory of what stays, once it has seen most of it stay; but of what large decks are made
 * of, the first stays and the rest goes at once: they took a fifth more memory.
 * @param version of Node: 20.20.2
 * @returns flags that can be set while it runs; none for a release whose flags are not known, since V8 complains of one
 * that it does not have
 */
export function v8Flags(version: string): readonly string[] {
  const release = Number.parseInt(version, 10);
  if (release > 24) return [];
  const optimiseLater = release < 22 ? '--interrupt-budget=1000000' : '--invocation-count-for-turbofan=45000';
  return [optimiseLater, '--semi-space-growth-factor=16', '--no-allocation-site-pretenuring'];
}
