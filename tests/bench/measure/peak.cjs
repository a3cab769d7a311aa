/**
 * Required by a measured process: writes its peak memory, in kB, when it ends. Linux' own mark of this program's memory
 * where there is one, since the usual figure counts that of the process it was started from, too.
 */
const { readFileSync, writeFileSync } = require('node:fs');

function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => writeFileSync(process.env.PEAK_REPORT, String(peak())));
