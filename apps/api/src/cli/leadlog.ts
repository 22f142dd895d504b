import { loadEnvironment } from '../load-environment';
import { runLeadlog } from './program';

loadEnvironment();

process.exitCode = await runLeadlog(process.argv.slice(2), {
  environment: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  notify: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  now: () => new Date(),
});
