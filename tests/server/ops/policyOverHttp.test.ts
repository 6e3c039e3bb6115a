import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verbs as incidentVerbs } from '#app/api/ops/incidents/[id]/[verb]/verbs.ts';
import { verbs as caseVerbs } from '#app/api/ops/violations/[id]/[verb]/verbs.ts';
import { type SQL, sql } from '#db/client.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import { may, type Place } from '#domain/staff/policy.ts';
import { caseId } from '#domain/violations/caseId.ts';
import type { Commission } from '#domain/violations/commission.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addStaff } from '../../support/staff.ts';
import { staffActors, staffPlaces } from '../../support/staffActors.ts';
import { type Endpoint, endpoints, ownLists, programRoutes } from './endpoints.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const database = openStaff();
const browsers = new Map<string, StaffBrowser>();
const subjects: Record<string, { incident: string; case: string }> = {};

/** The commission that a case of this place is with. */
function holderOf({ regionCode, districtCode }: Place): Commission {
  const level = districtCode !== null ? 'district' : regionCode !== null ? 'region' : 'central';
  return { level, regionCode, districtCode };
}

beforeAll(async () => {
  const { db } = database.client;
  await loadSmallElection(db);
  for (const [who, actor] of Object.entries(staffActors)) {
    const person = await addStaff(db, actor);
    const browser = openBrowser();
    await browser.signIn(person.email);
    browsers.set(who, browser);
  }
  // As if each had set up a second factor and used it.
  await db.execute(sql`update auth.person set two_factor_enabled = true`);
  await db.execute(sql`update auth.session set second_factor = true`);
  for (const [where, place] of Object.entries(staffPlaces)) {
    const body = { unitCode: place.districtCode ?? place.regionCode ?? 'XX' };
    const filed = async (path: string) => {
      const endpoint = endpoints.find((each) => each.path === path && each.subject === 'unit');
      const answer = await browsers
        .get('leadership')
        ?.send('POST', `/api/ops${path}`, { body: endpoint?.body?.(body.unitCode) });
      expect(answer?.status).toBe(201);
    };
    await filed('/incidents');
    await filed('/violations');
    const newest = async (query: SQL) => Number((await db.execute<{ number: string }>(query))[0]?.number);
    const number = await newest(sql`select max(number) as number from ops.violation`);
    const { level, regionCode, districtCode } = holderOf(place);
    await db.execute(sql`
      update ops.violation set commission_level = ${level}, commission_region_code = ${regionCode},
        commission_district_code = ${districtCode} where number = ${number}`);
    subjects[where] = {
      incident: incidentId(await newest(sql`select max(number) as number from ops.incident`)),
      case: caseId(number),
    };
  }
}, 120_000);

function requestOf(endpoint: Endpoint, where: string, place: Place) {
  const id = endpoint.subject === 'case' ? subjects[where]?.case : subjects[where]?.incident;
  const body = endpoint.body?.(place.districtCode ?? place.regionCode ?? 'XX') ?? {};
  return {
    path: `/api/ops${endpoint.path.replace('{id}', id ?? '')}`,
    asking: endpoint.method === 'GET' ? {} : { body },
  };
}

const placesOf = ({ subject }: Endpoint): [string, Place][] =>
  subject === 'nothing of a region' ? [['country', staffPlaces.country]] : Object.entries(staffPlaces);

describe('the staff routes', () => {
  it('let through whom the policy lets, and nobody else, in every cell', async () => {
    let [cells, allowed] = [0, 0];
    const wrong: string[] = [];
    for (const endpoint of endpoints) {
      for (const [where, place] of placesOf(endpoint)) {
        for (const [who, actor] of Object.entries(staffActors)) {
          const { path, asking } = requestOf(endpoint, where, place);
          const answer = await browsers.get(who)?.send(endpoint.method, path, asking);
          const status = answer?.status ?? 0;
          const expected =
            may(actor, endpoint.action, place) && (endpoint.also?.(actor, place, holderOf(place)) ?? true);
          const isLetThrough = status !== 403;
          cells += 1;
          if (isLetThrough) allowed += 1;
          if (status === 401 || status >= 500 || isLetThrough !== expected)
            wrong.push(`${who}: ${endpoint.method} ${endpoint.path} (${endpoint.action}) in ${where}: ${status}`);
        }
      }
    }
    process.stdout.write(`policy over HTTP: ${cells} cells, ${allowed} let through\n`);
    expect(wrong).toEqual([]);
  }, 240_000);

  it('open lists to whom they show anything', async () => {
    for (const { method, path, action } of ownLists) {
      for (const [who, actor] of Object.entries(staffActors)) {
        const answer = await browsers.get(who)?.send(method, `/api/ops${path}`);
        expect([who, path, answer?.status]).toEqual([who, path, may(actor, action, actor) ? 200 : 403]);
      }
    }
  });

  it('answer 401 to nobody in particular, to a forged session and to one that was ended', async () => {
    const ended = openBrowser(new Map([['saylau.session_token', 'no.session']]));
    for (const endpoint of [...endpoints, ...ownLists]) {
      const { path, asking } = requestOf(endpoint, 'A-1', staffPlaces['A-1']);
      for (const browser of [openBrowser(), ended])
        expect([path, (await browser.send(endpoint.method, path, asking)).status]).toEqual([path, 401]);
    }
  });

  it('answer 403 to what a page of another site sends with the cookies of an administrator', async () => {
    for (const endpoint of endpoints.filter(({ method }) => method !== 'GET')) {
      const { path, asking } = requestOf(endpoint, 'A-1', staffPlaces['A-1']);
      const answer = await browsers.get('admin')?.send(endpoint.method, path, {
        ...asking,
        headers: { origin: 'https://evil.example' },
      });
      expect([path, answer?.status, await answer?.json()]).toEqual([path, 403, { error: 'wrong_origin' }]);
    }
  });

  it('are all in the list that this test goes through', () => {
    const root = resolve(import.meta.dirname, '../../../app/api/ops');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'));
    const routes = files.flatMap((file) => {
      const exported = readFileSync(resolve(root, file), 'utf8').matchAll(
        /export (?:async )?function (GET|POST|PUT|PATCH|DELETE)\b|export const (GET|POST|PUT|PATCH|DELETE)\b/g,
      );
      return [...exported].map(([, named, assigned]) => ({
        method: named ?? assigned,
        pattern: `/${file.replace(/\/?route\.ts$/, '')}`,
      }));
    });
    const listed = [...endpoints, ...ownLists];
    const missing = routes.filter(({ method, pattern }) => {
      const shape = new RegExp(`^${pattern.replace(/\[\w+\]/g, '[^/]+')}$`);
      return (
        !listed.some((endpoint) => endpoint.method === method && shape.test(endpoint.path)) &&
        !programRoutes.includes(`${method} ${pattern}`)
      );
    });
    expect(missing).toEqual([]);
    const listedVerbs = (subject: string) =>
      endpoints.filter(({ path }) => path.startsWith(`/${subject}/{id}/`)).map(({ path }) => path.split('/').at(-1));
    expect(listedVerbs('incidents').sort()).toEqual([...incidentVerbs.keys()].sort());
    expect([...new Set(listedVerbs('violations'))].sort()).toEqual([...caseVerbs.keys(), 'restricted'].sort());
  });
});
