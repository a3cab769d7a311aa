/**
 * Layer 5. A workflow for each zone. The editions are committed, since the next one is compared with the last, and so is
 * what was told of a hold, since it is told once.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onschedule
 */
import { isAbsolute, join, relative } from 'node:path';
import { UsageError } from '../../../diagnostic.js';
import { parseCron } from '../../../facts/cron.js';
import { refuseControls, type UnitFile, type UnitOptions, type UnitZone } from './unit.js';

/** @throws {UsageError} where the output lies outside the repository */
export function githubWorkflows(options: UnitOptions): UnitFile[] {
  const out = relative(options.root, options.out).replaceAll('\\', '/');
  if (out === '' || out.startsWith('..') || isAbsolute(out))
    throw new UsageError(
      `the output folder ${options.out} lies outside of ${options.root}, and a workflow commits what is in the repository`,
      'leave --out away, or name a folder below the root',
    );
  refuseControls(options.zones.map(({ plan }) => plan.zone));
  return options.zones.map((zone) => ({
    name: `zonebrief-${zone.plan.zone}.yml`,
    text: workflow(zone, out, options),
  }));
}

function workflow({ plan, secrets }: UnitZone, out: string, { install, flags }: UnitOptions): string {
  const { zone, timing } = plan;
  const times = timing.cron.flatMap((expression) => [
    `    - cron: ${JSON.stringify(posix(expression))}`,
    `      timezone: ${JSON.stringify(timing.timeZone)}`,
  ]);
  const environment =
    secrets.length === 0
      ? []
      : ['        env:', ...secrets.map((secret) => `          ${secret}: \${{ secrets.${secret} }}`)];
  const backstage = join(out, '.zonebrief', zone);
  const kept = [join(out, zone), join(backstage, 'notices.json'), join(backstage, 'zone.yaml')].map((path) =>
    path.replaceAll('\\', '/'),
  );
  const lines = [
    '# Belongs into .github/workflows/. GitHub runs it on the default branch, some minutes late at busy times, and not more',
    '# often than every five minutes.',
    `name: ${text(`Briefing of ${zone}`)}`,
    'on:',
    '  schedule:',
    ...times,
    '  workflow_dispatch: {}',
    'permissions:',
    '  contents: write',
    'concurrency:',
    `  group: ${text(`zonebrief-${zone}`)}`,
    '  cancel-in-progress: false',
    'jobs:',
    '  briefing:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 30',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - uses: actions/setup-node@v6',
    '        with:',
    '          node-version: 24',
    ...install.steps.map((step) => `      - run: ${text(step)}`),
    '      - name: Build, and tell whoever must know',
    ...environment,
    '        run: |',
    `          ${[install.command, 'schedule --once --out', ...[out, ...flags, zone].map(shell)].join(' ')}`,
    '      - name: Keep the edition, or why it is held back',
    `        if: \${{ !cancelled() }}`,
    '        run: |',
    ...kept.map((path) => `          if [ -e ${shell(path)} ]; then git add --force ${shell(path)}; fi`),
    '          git diff --cached --quiet && exit 0',
    '          git config user.name "github-actions[bot]"',
    '          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"',
    `          git commit -m ${shell(`Edition of ${zone}`)}`,
    '          git pull --rebase',
    '          git push',
  ];
  return `${lines.join('\n')}\n`;
}

/** Sunday is 0 there, and not 7. */
function posix(expression: string): string {
  const parsed = parseCron(expression);
  const fields = expression.trim().split(/[ \t]+/);
  if ('expression' in parsed && /7/.test(fields[4] ?? ''))
    fields[4] = parsed.expression.weekday.values.join(',');
  return fields.join(' ');
}

/** A YAML scalar. What GitHub would take for an expression is not handed to it. */
const text = (value: string): string => JSON.stringify(value.replaceAll('${{', '$ {{'));

/** One word of a shell, in a block that GitHub looks through for expressions first. */
function shell(word: string): string {
  if (word.includes('${{'))
    throw new UsageError(
      `${JSON.stringify(word)} holds \${{, which GitHub takes for an expression`,
      'rename the folder',
    );
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
