/** Layer 4. Which program made a file: what another one made is made again, since it may come out differently. */
import { version } from './version.js';

/** Put in by scripts/bundle.mjs: a hash over the bundled program, its fonts and the canvas it draws with. */
declare const bundledProgram: string | undefined;

/** "0.1.0+3f1c…"; run from source, where nothing can be hashed, "0.1.0+development". */
export const engine = `${version}+${typeof bundledProgram === 'string' ? bundledProgram : 'development'}`;
