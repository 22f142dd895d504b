/**
 * Builds the service and its command line where they are missing or older than their sources, which
 * nx knows. Says nothing unless it fails, so that the output of what runs next can be read by a
 * program.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { status, stdout } = spawnSync('nx build api 2>&1', {
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  shell: true,
  encoding: 'utf8',
  env: { ...process.env, NX_TUI: 'false' },
});
if (status !== 0) {
  console.error(stdout);
  process.exit(2);
}
