/** Whoever holds this session acts: PostgreSQL looks up who that is and what that person may do, we do not tell it. */
export interface SessionSource {
  sessionToken: string;
  /** For the audit log. */
  address: string | null;
}
