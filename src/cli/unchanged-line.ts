/** Layer 6. What is said of a zone of which nothing was written, by the build and by what saves it. */
import type { BuildReport } from '../build/report.js';

export const unchangedLine = ({ zone, edition }: BuildReport): string =>
  `${zone}: unchanged, edition ${edition?.id}\n`;
