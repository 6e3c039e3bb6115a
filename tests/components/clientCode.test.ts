import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What a module imports when it runs: `import type` leaves nothing behind. */
function runtimeImports(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  const statements = source.matchAll(
    /^(?:import|export)\s+(?!type\b)([^;]*?)\s*from\s*'([^']+)'|^import\s*'([^']+)'|import\('([^']+)'\)/gms,
  );
  return [...statements]
    .filter(
      ([, names]) =>
        !names ||
        !/^\{[^}]*\}$/s.test(names.trim()) ||
        names
          .replace(/[{}]/g, '')
          .split(',')
          .some((name) => name.trim() && !name.trim().startsWith('type ')),
    )
    .map(([, , from, bare, lazy]) => from ?? bare ?? lazy ?? '');
}

function resolveImport(from: string, specifier: string): string | null {
  const match = /^#(domain|components)\/(.*)$/.exec(specifier);
  const path = match
    ? join(root, match[1] ?? '', match[2] ?? '')
    : specifier.startsWith('.')
      ? resolve(dirname(from), specifier)
      : null;
  return path && existsSync(path) ? path : null;
}

function pathToPackage(start: string, packageName: string): string[] | null {
  const queue: string[][] = [[start]];
  const seen = new Set([start]);
  for (let trail = queue.shift(); trail; trail = queue.shift()) {
    const last = trail.at(-1) ?? '';
    for (const specifier of runtimeImports(last)) {
      if (specifier === packageName) return [...trail, specifier];
      const next = resolveImport(last, specifier);
      if (next && !seen.has(next)) {
        seen.add(next);
        queue.push([...trail, next]);
      }
    }
  }
  return null;
}

describe('code sent to browsers', () => {
  test('holds no schema: nothing under components leads to zod when it runs', () => {
    const files = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    expect(files.length).toBeGreaterThan(20);
    const trails = files.flatMap((file) => pathToPackage(join(root, 'components', file), 'zod') ?? []);
    expect(trails).toEqual([]);
  });

  test('would notice: domain/schedule.ts does lead there', () => {
    expect(pathToPackage(join(root, 'domain/schedule.ts'), 'zod')).toContain('zod');
  });

  test('imports the socket in one file only, and that file lazily', () => {
    const files = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const importing = (specifier: RegExp) =>
      files.filter((file) => specifier.test(readFileSync(join(root, 'components', file), 'utf8')));
    expect(importing(/from 'socket\.io-client'/)).toEqual(['live/watchBoard.ts']);
    expect(importing(/^import (?!type).*watchBoard\.ts'/m)).toEqual([]);
  });
});
