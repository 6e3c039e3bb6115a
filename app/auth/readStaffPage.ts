import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { type Action, may, type Place } from '#domain/staff/policy.ts';
import { isSignInOpen } from './auth.ts';
import { findStaff, type Staff } from './findStaff.ts';

/** Who asks for this page; read once for a page and its layout. */
export const findPageStaff = cache(async (): Promise<Staff | null> => {
  return isSignInOpen() ? findStaff(new Headers(await headers())) : null;
});

/**
 * Who asks for a staff page, if that person may see it; everybody else is led to the sign-in (and back to `path`), to their own
 * account, or gets 403. `path` stands behind the language: `/console/people`.
 */
export async function requireStaffPage(path: string, action: Action, place?: Place): Promise<Staff> {
  const staff = await requireSessionPage(path);
  if (staff.mustUseSecondFactor) redirect(`/${await getLocale()}/console/account`);
  if (!may(staff.person, action, place ?? staff.person)) forbidden();
  return staff;
}

/** Who asks for a page that everybody has who is signed in. */
export async function requireSessionPage(path: string): Promise<Staff> {
  const staff = await findPageStaff();
  if (staff) return staff;
  const language = await getLocale();
  redirect(`/${language}/sign-in?${new URLSearchParams({ next: `/${language}${path}` })}`);
}
