/**
 * Installs the packages when they are missing or older than the lock file, so that one command
 * works on a bare clone. Runs on whatever Node the machine has (20 or newer): plain JavaScript
 * that needs no package.
 */
import { spawnSync } from 'node:child_process';
import { lstatSync, statSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lockFile = `${root}package-lock.json`;
/** npm writes it last: it is there only after an installation that came to its end. */
const installed = `${root}node_modules/.package-lock.json`;

const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changedAt(installed) < changedAt(lockFile)) {
  refuseLink();
  install();
}

/** npm would empty the folder that a link leads to, under the feet of whoever else works by it. */
function refuseLink() {
  if (!lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  console.error(
    'Leadlog: node_modules is a link, and what it leads to is not what package-lock.json names. Remove the link and run the command again.',
  );
  process.exit(1);
}

function install() {
  console.log('Leadlog: installing its packages with npm ci (a minute or two, once) …');
  // Named, because NODE_ENV=production or an `omit` of the caller's would leave out the build tools.
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--include=optional'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      'Leadlog: npm ci failed, see above. It needs the npm registry: check the network and run the command again.',
    );
    process.exit(1);
  }
  // A lock file whose time lies ahead of the clock would otherwise cause an installation each time.
  const now = Math.max(Date.now(), changedAt(lockFile)) / 1000 + 1;
  utimesSync(installed, now, now);
}
