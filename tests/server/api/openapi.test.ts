import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/liveServer.ts';
import { putSmallZeroFeed, releaseSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openApi } from './askApi.ts';

interface Described {
  openapi: string;
  paths: Record<string, { get: { responses: Record<string, { content?: Record<string, { example?: unknown }> }> } }>;
}

const names = (text: string) => ({ kk: text, ru: text, en: text });

describe('openapi.json', () => {
  const { database, ask } = openApi();
  let document: Described;
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }), ['date-time', 'uri-reference']);

  /** What is wrong with a body, by the schema that the document has for it. */
  const faultsOf = (path: string, status: number, mediaType: string, body: unknown) => {
    const pointer = ['paths', path, 'get', 'responses', status, 'content', mediaType, 'schema'].map((part) =>
      encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    const validate = ajv.getSchema(`openapi#/${pointer.join('/')}`);
    if (!validate) return [`no schema of ${path} ${status} ${mediaType}`];
    return validate(body)
      ? []
      : (validate.errors ?? []).map((fault: ErrorObject) => `${fault.instancePath} ${fault.message}`);
  };
  const checkAnswer = async (path: string, describedAs: string, status = 200) => {
    const response = await ask(path);
    expect([path, response.status]).toEqual([path, status]);
    const mediaType = response.headers.get('content-type')?.split(';')[0] ?? '';
    expect([path, faultsOf(describedAs, status, mediaType, await response.json())]).toEqual([path, []]);
  };

  beforeAll(async () => {
    document = await (await ask('/api/v1/openapi.json')).json();
    ajv.addSchema({ $id: 'openapi', ...document });
    await loadSmallElection(database.client.db);
    await putSmallZeroFeed(database);
    await until(async () => (await ask('/api/v1/results/summary.json')).ok, 2_000);
  });

  it('is OpenAPI 3.1, and every schema in it compiles', () => {
    expect(document.openapi).toBe('3.1.1');
    for (const [path, { get }] of Object.entries(document.paths)) {
      for (const [status, { content = {} }] of Object.entries(get.responses)) {
        for (const [mediaType, { example }] of Object.entries(content)) {
          const body = example ?? (mediaType.endsWith('json') ? undefined : '');
          if (body !== undefined) expect([path, faultsOf(path, Number(status), mediaType, body)]).toEqual([path, []]);
        }
      }
    }
  });

  it.each(['before the release', 'of the first edition', 'of a correction'])(
    'has the schema of real answers %s',
    async (when) => {
      if (when === 'of the first edition') await releaseSmallEdition(database);
      if (when === 'of a correction')
        await releaseSmallEdition(database, { votesOf: (number) => 30 - 3 * number, reason: names('typed twice') });
      const edition = ['before the release', 'of the first edition', 'of a correction'].indexOf(when);
      await until(async () => (await ask(`/api/v1/editions/${edition}/summary.json`)).ok, 2_000);
      await checkAnswer('/api/v1/editions.json', '/api/v1/editions.json');
      await checkAnswer('/api/v1/candidacies?limit=50', '/api/v1/candidacies');
      await checkAnswer('/api/v1/keys.json', '/api/v1/keys.json');
      for (const base of ['/api/v1/results', `/api/v1/editions/${edition}`]) {
        const described = base.replace(/\d$/, '{edition}').replace('/v{edition}', '/v1');
        for (const [path, describedAs] of [
          ['summary.json', 'summary.json'],
          ['contests.json', 'contests.json'],
          ['changes.json', 'changes.json'],
          ['contests/council-A.json', 'contests/{id}.json'],
          ['regions/XX-A.json', 'regions/{code}.json'],
          ['districts/XX-A-1.json', 'districts/{code}.json'],
        ] as const)
          await checkAnswer(`${base}/${path}`, `${described}/${describedAs}`);
      }
    },
  );

  it('lists every file that an edition has, with the media type it comes in', async () => {
    const { contests } = await (await ask('/api/v1/results/contests.json')).json();
    const idOf: Record<string, string> = { '{id}': contests[0].id, '{edition}': '1' };
    const codeOf = (path: string) => (path.includes('regions') ? 'XX-A' : 'XX-A-1');
    for (const [described, { get }] of Object.entries(document.paths)) {
      const path = described
        .replace(/\{id\}|\{edition\}/g, (name) => idOf[name] ?? '')
        .replace('{code}', codeOf(described));
      const response = await ask(path);
      const mediaType = response.headers.get('content-type')?.split(';')[0];
      expect([path, response.status, mediaType]).toEqual([
        path,
        200,
        Object.keys(get.responses[200]?.content ?? {})[0],
      ]);
    }
  });

  it('leaves out no file that an edition has', async () => {
    const described = Object.keys(document.paths)
      .filter((path) => path.startsWith('/api/v1/results/'))
      .map(
        (path) =>
          new RegExp(
            `^${path
              .slice('/api/v1/results/'.length)
              .replaceAll('.', '\\.')
              .replace(/\{\w+\}/, '[^/]+')}$`,
          ),
      );
    const manifest = await (await ask('/api/v1/results/manifest.sha256')).text();
    const paths = manifest
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\w+ [ *]/, ''));
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !described.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('has the schema of real errors', async () => {
    await checkAnswer('/api/v1/editions.json?since=x', '/api/v1/editions.json', 400);
    await checkAnswer('/api/v1/editions/9/summary.json', '/api/v1/editions/{edition}/summary.json', 404);
  });

  it('would notice an answer that differs', () => {
    expect(faultsOf('/api/v1/keys.json', 200, 'application/json', { keys: [{ id: 1 }] })).not.toEqual([]);
  });
});
