import type { ProposalEnd } from '#domain/schedule/faults.ts';
import { ConfirmProposal, DeclineProposal, WithdrawProposal } from '#domain/schedule/requests.ts';
import type { Action } from '#domain/staff/policy.ts';
import { readBody } from '../../../../../auth/readBody.ts';

interface ProposalVerb {
  action: Action;
  /** How the request ends the proposal. */
  read(request: Request): Promise<{ outcome: ProposalEnd; note?: string | null }>;
}

/** What can be done to a proposal: the last part of the address that is posted to. */
export const verbs: ReadonlyMap<string, ProposalVerb> = new Map<string, ProposalVerb>([
  [
    'confirm',
    {
      action: 'schedule.confirm',
      read: async (request) => {
        await readBody(request, ConfirmProposal);
        return { outcome: 'confirmed' };
      },
    },
  ],
  [
    'decline',
    {
      action: 'schedule.confirm',
      read: async (request) => {
        const { reason } = await readBody(request, DeclineProposal);
        return { outcome: 'declined', note: reason };
      },
    },
  ],
  [
    'withdraw',
    {
      action: 'schedule.propose',
      read: async (request) => {
        const { reason = null } = await readBody(request, WithdrawProposal);
        return { outcome: 'withdrawn', note: reason };
      },
    },
  ],
]);
