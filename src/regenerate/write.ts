/** Layer 5. Files that somebody may be reading, or that a kill must not leave half written. */
import type { World } from '../world.js';

/** Written beside, then moved over what stands there. @throws where the folder cannot be written */
export async function writeInOneStep(world: World, path: string, text: string): Promise<void> {
  const beside = `${path}.${world.token()}`;
  try {
    await world.write(beside, text);
    await world.move(beside, path);
  } catch (error) {
    await world.remove(beside).catch(() => undefined);
    throw error;
  }
}
