import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const SITE = 'ops/nginx/leadlog.conf';

export const isNginxThere = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/** Starts nginx as docker-compose.yml has it, before these replicas and at this port. */
export async function startNginx(folder: string, port: number, replicas: readonly string[]) {
  const site = readFileSync(SITE, 'utf8')
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace(/server replica:3000(.*);/, (_, options: string) =>
      replicas.map((url) => `server ${new URL(url).host}${options};`).join('\n  '),
    );
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events { worker_connections 1024; }
    http { access_log off; ${paths}\n${site} }`,
  );
  const checked = spawnSync('nginx', ['-t', '-c', file], { encoding: 'utf8' });
  if (checked.status !== 0) throw new Error(checked.stderr);
  const child = spawn('nginx', ['-c', file], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}/health/live`;
  // It does not listen yet: nobody answers.
  while (child.exitCode === null && !(await fetch(url).catch(() => null))) await pause(25);
  return async () => {
    child.kill('SIGTERM');
    await once(child, 'close');
  };
}
