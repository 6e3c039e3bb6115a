import { Feed } from 'feed';
import type { Election } from '#domain/election.ts';
import type { IncidentUpdate, PublicIncident, TimelineText } from '#domain/incidents/incident.ts';
import { textIn } from '#domain/incidents/textIn.ts';
import type { Language, Names } from '#domain/languages.ts';
import { completeAtom, escapeHtml, tagOf } from './atomParts.ts';
import type { FeedWords } from './feedWords.ts';

export interface IncidentTelling {
  language: Language;
  words: FeedWords;
  origin: string;
  unitNames: ReadonlyMap<string, Names>;
}

/** Atom 1.0: an entry an incident with its whole public timeline, those changed last first. */
export function renderIncidentFeed(
  incidents: readonly PublicIncident[],
  election: Election,
  telling: IncidentTelling,
): string {
  const { language, words, origin } = telling;
  const mark = (title: string) => (election.isTest ? words.say('site.rehearsal.title', { title }) : title);
  const dated = incidents
    .map((incident) => ({ incident, changedAtMs: changedAtMs(incident) }))
    .sort((a, b) => b.changedAtMs - a.changedAtMs || (a.incident.id < b.incident.id ? 1 : -1));
  const page = `${origin}/${language}/status`;
  const feed = new Feed({
    id: tagOf(election.id, `incidents/${language}`),
    title: mark(words.say('incidents.title', { election: election.names[language] })),
    description: words.say('incidents.subtitle'),
    link: page,
    feed: `${origin}/api/v2/incidents.atom?lang=${language}`,
    author: { name: election.names[language] },
    generator: 'Saylau',
    updated: new Date(dated[0]?.changedAtMs ?? Date.parse(election.phases[0]?.startsAt ?? '1970-01-01T00:00:00Z')),
  });
  for (const { incident, changedAtMs: changed } of dated) {
    feed.addItem({
      id: tagOf(election.id, `incident/${incident.id}`),
      title: escapeHtml(mark(textIn(incident.title, language).text)),
      link: `${page}#${incident.id}`,
      date: new Date(changed),
      published: new Date(incident.openedAt),
      content: toHtml(incident, telling),
      category: [
        ...[incident.state, incident.severity, incident.category].map((term) => ({ term })),
        ...(election.isTest ? [{ term: 'rehearsal' }] : []),
      ],
    });
  }
  return completeAtom(feed.atom1(), language, null);
}

function changedAtMs({ updates, openedAt, resolvedAt }: PublicIncident): number {
  return Math.max(...[openedAt, resolvedAt ?? openedAt, ...updates.map(({ at }) => at)].map((at) => Date.parse(at)));
}

function toHtml(incident: PublicIncident, telling: IncidentTelling): string {
  const { words, unitNames, language } = telling;
  const { id, state, severity, category, unitCodes, openedAt, resolvedAt, isFalseAlarm, duplicateOf } = incident;
  const places = unitCodes.map((code) => unitNames.get(code)?.[language] ?? code);
  const facts = [
    words.say(`status.state.${state}`),
    words.say(`status.severity.${severity}`),
    words.say(`status.category.${category}`),
    ...(places.length > 0 ? places : [words.say('status.country')]),
    id,
  ];
  const since = words.say('status.since', { when: words.when(openedAt) });
  const paragraphs = [
    facts.join(' · '),
    resolvedAt === null ? since : `${words.when(openedAt)} – ${words.when(resolvedAt)}`,
    ...(isFalseAlarm ? [words.say('status.falseAlarm')] : []),
    ...(duplicateOf === null ? [] : [words.say('status.duplicateOf', { id: duplicateOf })]),
  ].map((text) => `<p>${escapeHtml(text)}</p>`);
  const entries = incident.updates.map((update) => `<li>${toEntry(update, telling)}</li>`);
  return [...paragraphs, ...(entries.length > 0 ? [`<ul>${entries.join('')}</ul>`] : [])].join('');
}

function toEntry({ at, state, text }: IncidentUpdate, telling: IncidentTelling): string {
  const { words } = telling;
  const head = escapeHtml(`${words.when(at)} · ${words.say(`status.state.${state}`)}`);
  return text === null ? head : `${head}<br>${written(text, telling)}`;
}

/** Lines stay lines; a text in another language says which. */
function written(text: TimelineText, { language, words }: IncidentTelling): string {
  const found = textIn(text, language);
  const inWords = found.language === language ? '' : ` (${words.say(`status.writtenIn.${found.language}`)})`;
  const html = escapeHtml(found.text + inWords).replaceAll('\n', '<br>');
  return found.language === language ? html : `<span lang="${found.language}">${html}</span>`;
}
