import { readFileSync } from 'node:fs';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { IncidentRows } from '#components/incidents/desk/IncidentRows.tsx';
import { mostListed } from '#domain/incidents/listed.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';

const read = (namespace: string) => JSON.parse(readFileSync(`messages/en/${namespace}.json`, 'utf8'));
const messages = { incidents: read('incidents'), status: read('status'), format: read('format') };
const openedAt = '2020-10-02T10:00:00Z';
const incident: StaffIncident = {
  id: 'I-0001',
  rowVersion: 1,
  category: 'app',
  severity: 'minor',
  state: 'investigating',
  title: { en: 'The app is slow' },
  unitCodes: [],
  regionCode: null,
  districtCode: null,
  isPublic: false,
  source: 'person',
  openedAt,
  openedBy: 'Dana',
  acknowledgedAt: null,
  acknowledgedName: null,
  assigneeId: null,
  assigneeName: null,
  resolvedAt: null,
  outcome: null,
  duplicateOf: null,
  changedAt: openedAt,
  changedBy: 'Dana',
};

function draw(count: number): string {
  const incidents = Array.from({ length: count }, (_, index) => ({ ...incident, id: `I-${1_000 + index}` }));
  const electionMs = Date.parse(openedAt) + 60_000;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <IncidentRows
        {...{ incidents, electionMs }}
        chosen={null}
        isNarrowed={false}
        placeNames={() => 'Whole country'}
        onChoose={() => {}}
      />
    </NextIntlClientProvider>,
  );
}

it('says where the list stops that more may follow', () => {
  expect(draw(mostListed)).toContain('The first 300 are shown.');
  expect(draw(mostListed - 1)).not.toContain('are shown');
});
