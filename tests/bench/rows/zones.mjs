/** Many zones in one call, with the threads that it takes, against as many editions by hand in one process. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chartsOf, filesIn, program } from '../measure/checkout.mjs';
import { sampleByHand } from '../measure/floor.mjs';
import { freshPath, interleaved, node, printTimes } from '../measure/processes.mjs';
import { manyZones } from '../measure/zones.mjs';

/** Leaves nothing but the charts drawn. */
function keepCharts(out, names) {
  for (const name of names) {
    rmSync(join(out, name), { recursive: true });
    const backstage = join(out, chartsOf(name), '..');
    for (const entry of readdirSync(backstage))
      if (entry !== 'charts') rmSync(join(backstage, entry), { recursive: true });
  }
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} zones how many
 */
export function measureZones({ root, runs, table }, zones) {
  const { own, names } = manyZones(root, zones);
  let out = '';
  const build = () => node([program(root), 'build', '--root', own, '--out', out, '--quiet']);
  const results = interleaved(
    {
      'by hand, one process': () => {
        const hand = freshPath('hand');
        const taken = sampleByHand(hand, zones);
        rmSync(hand, { recursive: true });
        return taken;
      },
      'charts drawn': () => {
        out = freshPath('zones-out');
        return build();
      },
      'charts cached': () => {
        const drawn = filesIn(join(out, names[0]));
        keepCharts(out, names);
        const taken = build();
        const again = filesIn(join(out, names[0]));
        if ([...drawn].some(([name, bytes]) => !again.get(name)?.equals(bytes)))
          throw new Error('with charts cached, a zone’s files are others than with charts drawn');
        rmSync(out, { recursive: true });
        return taken;
      },
    },
    runs,
  );
  console.log(
    `\n${zones} zones in one call, each with its own name and figures (median of ${runs} fresh processes each):`,
  );
  printTimes(results);
  const { 'by hand, one process': floor, 'charts drawn': drawn, 'charts cached': cached } = results;
  const rate = ({ ms }) => ((zones * 1000) / ms).toFixed(2);
  console.log(`  editions a second: ${rate(floor)} by hand, ${rate(drawn)} drawn, ${rate(cached)} cached`);
  const size = (name) =>
    zones === 100 ? {} : { what: `${zones} zones, editions a second ÷ the floor’s, charts ${name}` };
  table.set('zonesDrawn', { value: floor.ms / drawn.ms, cpu: floor.cpu / drawn.cpu, ...size('drawn') });
  table.set('zonesCached', { value: floor.ms / cached.ms, cpu: floor.cpu / cached.cpu, ...size('cached') });
}
