import type { Person } from './person.ts';

/** A person as the list of people shows one. */
export interface StaffPerson extends Person {
  secondFactor: boolean;
  hasPassword: boolean;
  disabled: boolean;
  lastSeenAt: string | null;
  openSessions: number;
}

/** One signed-in browser. */
export interface StaffSession {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address: string | null;
  browser: string | null;
}
