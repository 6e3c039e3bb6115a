import { fieldOf } from '#components/console/readForm.ts';
import { languages } from '#domain/languageCodes.ts';
import type { CaseVerb } from '#domain/violations/allowedVerbs.ts';
import type { NamedCommission } from './content.ts';

/** What the form of a verb says, as its route takes it; empty fields are left out. */
export function readVerbForm(
  form: HTMLFormElement,
  verb: CaseVerb,
  commissions: readonly NamedCommission[],
): Record<string, unknown> {
  const text = (name: string) => fieldOf(form, name).trim();
  const inAll = (name: string) =>
    Object.fromEntries(languages.map((language) => [language, text(`${name}_${language}`)]));
  const note = text('note') === '' ? {} : { note: text('note') };
  const { commission } = commissions[Number(text('commission'))] ?? {};
  const decision = { number: text('number'), rule: inAll('rule'), text: inAll('text') };
  switch (verb) {
    case 'register':
    case 'review':
      return note;
    case 'assign':
    case 'transfer':
      return { commission, ...note };
    case 'duplicate':
      return { of: text('of').toUpperCase(), ...note };
    case 'appeal':
      return text('note') === '' ? {} : { grounds: text('note') };
    case 'decide':
      return {
        ...decision,
        verdict: text('verdict'),
        measure: text('measure') || null,
        votes: text('votes') || null,
        ...(text('candidacy') === '' ? {} : { candidacyId: text('candidacy') }),
      };
    case 'decide_appeal':
      return { ...decision, outcome: text('outcome') };
  }
}
