import { type Actor, may, type Place } from '#domain/staff/policy.ts';

const regionA: Place = { regionCode: 'XX-A', districtCode: null };
const regionB: Place = { regionCode: 'XX-B', districtCode: null };

const nobody = () => false;
const ofCase = (place: Place) => (actor: Actor) => may(actor, 'violation.read', place);
const ofIncident = (place: Place) => (actor: Actor) => may(actor, 'incident.read', place);
const ofCountry = (action: 'people.read' | 'key.read') => (actor: Actor) =>
  [action, 'audit.read' as const].some((each) => may(actor, each, { regionCode: null, districtCode: null }));

/**
 * What is written into the restricted side of the house, and whose console may show it. Who reported and who is accused is shown by
 * no list and no page: it is asked for by itself.
 */
export const secrets = {
  reporter: nobody,
  contacts: nobody,
  accused: nobody,
  summarya: ofCase(regionA),
  summaryb: ofCase(regionB),
  casenote: ofCase(regionA),
  incidenta: ofIncident(regionA),
  incidentb: ofIncident(regionB),
  incidentnote: ofIncident(regionA),
  usedkey: (actor: Actor) => ofIncident(regionA)(actor) || ofCountry('key.read')(actor),
  unusedkey: ofCountry('key.read'),
} as const satisfies Record<string, (actor: Actor) => boolean>;
export type Secret = keyof typeof secrets;

/** A word that nothing else has, of letters that every way of writing leaves as they are. */
export const wordOf = (secret: Secret) => `Qwzx${secret}`;
/** A telephone number is found without the words around it, and however it is grouped. */
export const secretPhone = '+7 701 909 17 71';

const word = /qwzx([a-z]+)/gi;
const phone = /701\D{0,3}909\D{0,3}17\D{0,3}71/;
// From the sign on and back: a run of a million letters, of which a table has some, is not walked once for each of them.
const email = /(?<=([\w.+-]{1,64}))(?:@|%40|\\u0040|&#x?40;)(?:demo|intake)\.example/gi;
/** Found quicker where there is none. */
const emailEnd = /\.example/i;

/** `secret reporter`, `email duty1@demo.example`: what of it stands in the text. */
export function findSecrets(text: string): string[] {
  return [
    ...[...text.matchAll(word)].map(([, secret = '']) => `secret ${secret.toLowerCase()}`),
    ...(phone.test(text) ? ['secret contacts'] : []),
    ...(emailEnd.test(text) ? [...text.matchAll(email)] : []).map(([domain, name]) =>
      `email ${name}${domain}`.toLowerCase(),
    ),
  ];
}

/** Whether this was found where it may stand: in an answer to this person. */
export function mayStandBefore(reader: Actor & { email: string }, found: string): boolean {
  const [kind = '', what = ''] = found.split(' ');
  if (kind === 'email') return what === reader.email || ofCountry('people.read')(reader);
  return kind === 'secret' && (Object.entries(secrets).find(([secret]) => secret === what)?.[1](reader) ?? false);
}

/** The role of the pages reads the tables of the staff, but not those of who reported. */
export function mayStandInTables(found: string): boolean {
  const [kind = '', what = ''] = found.split(' ');
  return kind === 'email' || (kind === 'secret' && !['reporter', 'contacts', 'accused'].includes(what));
}
