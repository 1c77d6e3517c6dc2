import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { readSession, readSite, type Session, type Site } from '#contracts/accounts.ts';
import type { Role } from '#contracts/roles.ts';
import { ApiError, call, keyOf } from './api.ts';

export const SESSION_KEY = keyOf(readSession, {});
export const SITE_KEY = keyOf(readSite, {});

/** The current login, or null for a visitor. */
export async function loadSession(): Promise<Session | null> {
  try {
    return await call(readSession, {});
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function useSessionQuery() {
  return useQuery<Session | null, ApiError>({ queryKey: SESSION_KEY, queryFn: loadSession, staleTime: 60_000 });
}

export function useSite() {
  return useQuery<Site, ApiError>({ queryKey: SITE_KEY, queryFn: () => call(readSite, {}), staleTime: 60_000 });
}

/** Filled by the portal frame; feature pages behind a login may rely on it. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('this page is not behind a login');
  return session;
}

export const useRole = (): Role => useSession().currentPost.role;

/** The business date (civil text); in the demo it can be moved, so it never comes from the browser's clock. */
export function useBusinessDate(): string {
  return useSite().data?.businessDate ?? '';
}
