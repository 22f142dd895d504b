/** Has promtool test the alert rules, where it is on the machine: Debian has it in `prometheus`. */
import { spawnSync } from 'node:child_process';
import { RULE_TESTS, RULES } from './alert-rules.ts';

const runs = [
  ['check', 'rules', RULES],
  ['check', 'config', 'ops/prometheus/prometheus.yml'],
  ['test', 'rules', RULE_TESTS],
];

for (const args of runs) {
  const { error, status } = spawnSync('promtool', args, { stdio: 'inherit' });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    console.log(
      'SKIPPED: there is no promtool here (Debian: apt install prometheus); only the shape',
    );
    console.log('of the rules is tested, by alert-rules.spec.ts.');
    break;
  }
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
