#!/usr/bin/env node
/** Layer 7. The command's entry. Everything is loaded when it is needed, after the compile cache has been turned on. */
import module from 'node:module';

// From Node 22: compiled code is kept between runs.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
const [{ main }, { terminal }] = await Promise.all([import('./cli/main.js'), import('./cli/terminal.js')]);
process.exitCode = await main(process.argv.slice(2), terminal());
