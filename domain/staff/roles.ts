export const staffRoles = ['duty', 'commission', 'leadership', 'counting', 'approver', 'admin'] as const;
export const commissionLevels = ['district', 'region', 'central'] as const;
