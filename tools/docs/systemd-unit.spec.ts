import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manual = readFileSync('docs/operations.md', 'utf8');
const [unit = '', environment = ''] = [...manual.matchAll(/```ini\n(.*?)```/gs)].map(
  ([, block]) => block,
);
const isSystemdThere = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('the systemd unit of the operations manual', () => {
  it('lets the service write where its settings say, and there alone', () => {
    expect(unit).toContain('ProtectSystem=strict');
    const state = /^StateDirectory=(.+)$/m.exec(unit)?.[1];
    const places = environment.trim().split('\n');
    expect(places).toHaveLength(4);
    for (const place of places) expect(place).toContain(`/var/lib/${state}/`);
  });

  (isSystemdThere ? it : it.skip)('is understood by systemd', () => {
    const folder = mkdtempSync(join(tmpdir(), 'leadlog-unit-'));
    const file = join(folder, 'leadlog.service');
    // Nothing is installed here, so that another program stands for the one that it starts.
    writeFileSync(file, unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
