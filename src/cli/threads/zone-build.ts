/** Layer 6. One build of one zone as it can be asked of a thread: what goes in and comes out can be sent between threads. */
import { join } from 'node:path';
import type { Beside } from '../../build/beside.js';
import type { BuildOptions } from '../../build/build.js';
import type { BuildReport } from '../../build/report.js';
import type { Holder } from '../../build/store/rivals.js';
import { storeOf } from '../../build/store/store.js';
import type { Memory } from '../../memory.js';
import { type Answer, notingWorld, withTargets } from '../../regenerate/watch/answers.js';
import type { World } from '../../world.js';
import type { DecidingFlags } from '../build-options.js';
import { type Fault, faultOf } from '../fault.js';
import { libreOffice } from '../libreoffice.js';
import type { RunProgram } from '../programs.js';

export interface ZoneRequest extends DecidingFlags {
  /** Absolute, both. */
  readonly root: string;
  readonly out: string;
  readonly zone: string;
  readonly pdf?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly overwrite?: boolean | undefined;
  /** Note what it asks of the world, for whoever watches that. */
  readonly noted?: boolean | undefined;
}

export interface ZoneAnswer {
  readonly report?: BuildReport | undefined;
  readonly fault?: Fault | undefined;
  /** All that was asked, where it was to be noted. */
  readonly answers?: readonly Answer[] | undefined;
}

export interface ZoneMeans {
  readonly world: World;
  readonly run: RunProgram;
  /** Left out: all is done here. */
  readonly beside?: Beside | undefined;
  /** Of earlier builds of this thread. */
  readonly memory?: Memory | undefined;
  readonly onWait?: ((holder: Holder) => void) | undefined;
}

/** Never throws. */
export async function buildHere(request: ZoneRequest, means: ZoneMeans): Promise<ZoneAnswer> {
  const { noted, pdf, ...asked } = request;
  const { world, run, beside, memory, onWait } = means;
  let noting: ReturnType<typeof notingWorld> | undefined;
  const result = async (): Promise<Pick<ZoneAnswer, 'report' | 'fault'>> => {
    try {
      if (noted) noting = notingWorld(world, await outputsOf(world, request));
      const options: BuildOptions = {
        ...asked,
        ...(pdf && { pdf: await libreOffice(world, run) }),
        ...(beside && { beside }),
        ...(memory && { memory }),
        onWait,
      };
      const { buildZone } = await import('../../build/build.js');
      return { report: await buildZone(noting?.world ?? world, options) };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };
  const made = await result();
  const answers = noting && (await withTargets(world, noting.answers()));
  return { ...made, ...(answers && { answers }) };
}

/** What a build writes to: no input, though it is read. */
async function outputsOf(world: World, { out, zone }: ZoneRequest): Promise<string[]> {
  const { folder, backstage } = await storeOf(world, out, zone);
  return [join(out, zone), folder, backstage];
}
