import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every path and npm script that a document names must be there. */
const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const rooms = /^(?:\.\/)?(?:app|components|db|docs|domain|elections|messages|server|tests|\.ci)\/[\w./[\]-]+$/;
const npmsOwn = ['ci', 'install', 'test'];

const problems: string[] = [];
for (const document of documents.filter(existsSync)) {
  for (const [index, line] of readFileSync(document, 'utf8').split('\n').entries()) {
    const place = `${document}:${index + 1}`;
    for (const [, code = ''] of line.matchAll(/`([^`]+)`/g)) {
      if (rooms.test(code) && !existsSync(code)) problems.push(`${place}: no ${code}`);
      for (const [, script = ''] of code.matchAll(/npm run ([\w:-]+)/g))
        if (!scripts[script]) problems.push(`${place}: no npm script ${script}`);
    }
    for (const [, link = ''] of line.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      if (!/^[a-z]+:/.test(link) && !existsSync(join(dirname(document), link))) problems.push(`${place}: no ${link}`);
    }
    for (const [, verb = ''] of line.matchAll(/`npm ([a-z]+)[ `]/g)) {
      if (verb !== 'run' && !npmsOwn.includes(verb) && !scripts[verb]) problems.push(`${place}: npm ${verb}?`);
    }
  }
}
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(`${documents.length} documents, ${problems.length} wrong paths\n`);
process.exit(problems.length === 0 ? 0 : 1);
