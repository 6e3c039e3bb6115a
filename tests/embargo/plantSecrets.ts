import { z } from 'zod';
import { wantedEvents } from '#domain/webhooks/webhook.ts';
import { until } from '../support/liveServer.ts';
import { type EmbargoPerson, personOf, type Send } from './embargoStaff.ts';
import type { DeliveryReceiver } from './receiveDeliveries.ts';
import { secretPhone, wordOf } from './secrets.ts';

const Filed = z.object({ id: z.string() });
const Made = z.object({ secret: z.string() });

/** Ids of what was filed, for the addresses of the crawl. */
export interface Planted {
  ids: string[];
}

/** Fills the restricted side through the console, as the staff does, and lets some of it go wrong, so that logs have what to tell. */
export async function plantSecrets(
  people: readonly EmbargoPerson[],
  send: Send,
  web: string,
  receiver: DeliveryReceiver,
): Promise<Planted> {
  const done = async (mailbox: string, path: string, body: object | string) => {
    const answer = await send(personOf(people, mailbox), 'POST', `/api/ops${path}`, body);
    if (!answer.ok) throw new Error(`${mailbox} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  // First, so that they are told of all that follows; nobody listens at the second.
  for (const url of [receiver.url, 'http://127.0.0.1:1/'])
    await done('admin', '/webhooks', { url, events: wantedEvents });
  const idOf = async (answer: Promise<unknown>) => Filed.parse(await answer).id;
  const restricted = {
    reporter: `Зарина ${wordOf('reporter')}`,
    contacts: `${wordOf('contacts')} ${secretPhone}`,
    accused: `Санжар ${wordOf('accused')}`,
  };
  const report = (unitCode: string, summary: string) =>
    idOf(done('leadership1', '/violations', { channel: 'hotline', category: 'other', unitCode, summary, restricted }));
  const cases = [await report('XX-A', wordOf('summarya')), await report('XX-B', wordOf('summaryb'))];
  await done('commission', `/violations/${cases[0]}/register`, { rowVersion: 1, note: wordOf('casenote') });
  await done('commission', `/violations/${cases[0]}/restricted`, {});

  const incident = (unitCode: string, title: string, isPublic: boolean) => ({
    category: 'app',
    severity: 'minor',
    title: { en: title },
    unitCodes: [unitCode],
    isPublic,
  });
  const incidents = [
    await idOf(done('leadership1', '/incidents', incident('XX-A', wordOf('incidenta'), false))),
    await idOf(done('leadership1', '/incidents', incident('XX-B', wordOf('incidentb'), false))),
    await idOf(done('leadership1', '/incidents', incident('XX-A', 'The app is slow', true))),
  ];
  await done('leadership1', `/incidents/${incidents[2]}/comment`, { text: { en: wordOf('incidentnote') } });

  await done('admin', '/keys', { name: wordOf('unusedkey'), regionCode: null });
  const { secret } = Made.parse(await done('admin', '/keys', { name: wordOf('usedkey'), regionCode: 'XX-A' }));
  const reported = await fetch(`${web}/api/ops/incidents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(incident('XX-A', 'Reported by a program', true)),
  });
  if (!reported.ok) throw new Error(`a program cannot report: ${await reported.text()}`);

  const someone = { name: 'Somebody', email: 'somebody@intake.example', role: 'duty', regionCode: null };
  await done('admin', '/people', { ...someone, commissionLevel: null, districtCode: null });
  const writer = personOf(people, 'commission');
  for (const wrong of [
    { ...restricted, accused: wordOf('accused').repeat(100) },
    `{"reporter": "${wordOf('reporter')}`,
  ])
    await send(writer, 'PUT', `/api/ops/violations/${cases[0]}/restricted`, wrong);
  for (const type of ['incident.opened', 'violations.counts_changed'])
    await until(async () => receiver.sent.some((message) => message.includes(`"type":"${type}"`)), 30_000);
  return { ids: [...cases, ...incidents] };
}
