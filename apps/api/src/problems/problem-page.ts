import { PROBLEMS, type ProblemName } from '@leadlog/contracts/problem';
import { EXPLANATIONS } from './explanations';

/** A page for the person who follows a problem's `type`, in English and German. */
export function problemPage(name: ProblemName): string {
  const { status, title } = PROBLEMS[name];
  const { en, de } = EXPLANATIONS[name];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Leadlog</title>
  </head>
  <body>
    <h1>${title}</h1>
    <p><code>/problems/${name}</code> · HTTP ${status}</p>
    <p>${en}</p>
    <p lang="de">${de}</p>
  </body>
</html>
`;
}
