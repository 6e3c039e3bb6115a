import type { EditionHead } from '#domain/results/edition.ts';
import type { Column } from './table.ts';

/** The first columns of every table: which edition a row is of, also once it was copied out of its file. */
export const headColumns: readonly Column<EditionHead>[] = [
  {
    name: 'election_id',
    type: 'string',
    description: 'Identifier of the election',
    required: true,
    cell: (head) => head.electionId,
  },
  {
    name: 'is_test',
    type: 'boolean',
    description: 'true in a rehearsal, whose figures are invented',
    required: true,
    cell: (head) => head.isTest,
  },
  {
    name: 'edition',
    type: 'integer',
    description: 'Number of the edition; 0 is the zero feed, which has no figures',
    required: true,
    minimum: 0,
    cell: (head) => head.edition,
  },
  {
    name: 'status',
    type: 'string',
    description: 'Status of the edition',
    required: true,
    cell: (head) => head.status,
  },
];
