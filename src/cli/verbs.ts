/** Layer 6. The verbs, in the order the help lists them. Each loads the heavy parts only when it runs. */
import type { Verb } from './verb.js';
import { build } from './verbs/build.js';
import { check } from './verbs/check.js';
import { diff } from './verbs/diff.js';
import { doctor } from './verbs/doctor.js';
import { facts } from './verbs/facts.js';
import { init } from './verbs/init.js';
import { quantity } from './verbs/quantity.js';
import { schedule } from './verbs/schedule.js';
import { schema } from './verbs/schema.js';
import { theme } from './verbs/theme.js';
import { trace } from './verbs/trace.js';
import { watch } from './verbs/watch.js';

export const verbs: Readonly<Record<string, Verb>> = {
  build,
  watch,
  check,
  schedule,
  facts,
  quantity,
  trace,
  diff,
  theme,
  init,
  schema,
  doctor,
};
