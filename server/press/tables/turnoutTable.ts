import { levels, type Unit } from '#domain/geography.ts';
import type { TurnoutBeside } from '#domain/results/edition.ts';
import { nameColumns } from './nameColumns.ts';
import { count, identifier, type Table } from './table.ts';

interface Row {
  unit: Unit;
  turnout: TurnoutBeside | undefined;
  /** The zero feed tells the roll, and nobody's vote. */
  withVoted: boolean;
}

export const turnoutTable: Table<Row> = {
  name: 'turnout',
  path: 'turnout.csv',
  description: 'A row a unit, with the turnout as it stood when the edition was sealed.',
  primaryKey: ['unit_code'],
  foreignKeys: [{ fields: ['parent_code'], table: '', reference: ['unit_code'] }],
  rows: ({ head, turnout, units }) =>
    units.map((unit) => ({ unit, turnout: turnout.get(unit.code), withVoted: head.status !== 'pre-election' })),
  columns: [
    identifier('unit_code', 'Code of the unit', ({ unit }) => unit.code),
    {
      name: 'parent_code',
      type: 'string',
      description: 'The unit above, empty for the country',
      cell: ({ unit }) => unit.parentCode,
    },
    {
      name: 'level',
      type: 'string',
      description: 'country, region or district',
      required: true,
      enum: levels,
      cell: ({ unit }) => unit.level,
    },
    ...nameColumns<Row>(({ unit }) => unit.names),
    count('eligible', 'On the roll', ({ turnout }) => turnout?.eligible ?? null),
    count(
      'special_list',
      'Added on the day; turnout is of eligible + special_list',
      ({ turnout }) => turnout?.specialList ?? null,
    ),
    count('voted', 'Distinct voters', ({ turnout, withVoted }) => (withVoted ? (turnout?.voted ?? null) : null)),
  ],
};
