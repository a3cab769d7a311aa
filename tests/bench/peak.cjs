/** Required by a measured process: writes its peak memory, in kB, when it ends. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.PEAK_REPORT, String(process.resourceUsage().maxRSS)));
