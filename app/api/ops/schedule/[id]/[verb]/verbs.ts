import { endProposal } from '#db/schedule/endProposal.ts';
import { ConfirmProposal, DeclineProposal, WithdrawProposal } from '#domain/schedule/requests.ts';
import type { Action } from '#domain/staff/policy.ts';
import type { Staff } from '../../../../../auth/findStaff.ts';
import { readBody } from '../../../../../auth/readBody.ts';
import { getDatabase } from '../../../../../database.ts';

interface ProposalVerb {
  action: Action;
  run(request: Request, staff: Staff, proposal: number): Promise<void>;
}

/** What can be done to a proposal: the last part of the address that is posted to. */
export const verbs: ReadonlyMap<string, ProposalVerb> = new Map<string, ProposalVerb>([
  [
    'confirm',
    {
      action: 'schedule.confirm',
      run: async (request, { actor }, proposal) => {
        await readBody(request, ConfirmProposal);
        await endProposal(getDatabase(), actor, proposal, { outcome: 'confirmed' });
      },
    },
  ],
  [
    'decline',
    {
      action: 'schedule.confirm',
      run: async (request, { actor }, proposal) => {
        const { reason } = await readBody(request, DeclineProposal);
        await endProposal(getDatabase(), actor, proposal, { outcome: 'declined', note: reason });
      },
    },
  ],
  [
    'withdraw',
    {
      action: 'schedule.propose',
      run: async (request, { actor }, proposal) => {
        const { reason = null } = await readBody(request, WithdrawProposal);
        await endProposal(getDatabase(), actor, proposal, { outcome: 'withdrawn', note: reason });
      },
    },
  ],
]);
