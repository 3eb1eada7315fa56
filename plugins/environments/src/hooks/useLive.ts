import { useSignal } from '@backstage/plugin-signals-react';
import {
  ENVIRONMENTS_CHANNEL,
  EnvironmentsChanged,
} from '@stagecraft/plugin-environments-common';
import { useCallback, useEffect, useRef, useState } from 'react';

/** What a screen knows of something it reads. Old content stays while it is read again. */
export type Live<TData> =
  | { status: 'loading'; refresh(): void }
  | { status: 'error'; error: Error; refresh(): void }
  | {
      status: 'loaded';
      data: TData;
      /** The newest reading failed; `data` is of an earlier one. */
      error?: Error;
      refresh(): void;
    };

type Reading<TData> = { key: string; data?: TData; error?: Error };

const POLL_MS = 30_000;

/**
 * Reads something now, and again whenever the backend says that it changed.
 * Only where no signals reach us it polls, and then only in visible tabs.
 *
 * @param key - identifies what is read; another key starts over
 * @param load - reads it
 * @param concerns - whether a change is about it; all are when absent
 */
export function useLive<TData>(
  key: string,
  load: () => Promise<TData>,
  concerns: (change: EnvironmentsChanged) => boolean = () => true,
): Live<TData> {
  const [reading, setReading] = useState<Reading<TData>>({ key });
  const [tick, setTick] = useState(0);
  const latest = useRef({ load, concerns });
  latest.current = { load, concerns };

  const refresh = useCallback(() => setTick(current => current + 1), []);

  const { lastSignal, isSignalsAvailable } = useSignal(ENVIRONMENTS_CHANNEL);
  useEffect(() => {
    if (lastSignal && latest.current.concerns(lastSignal)) {
      refresh();
    }
  }, [lastSignal, refresh]);

  useEffect(() => {
    if (isSignalsAvailable) {
      return undefined;
    }
    const interval = setInterval(() => {
      if (document.visibilityState === 'visible') {
        refresh();
      }
    }, POLL_MS);
    return () => clearInterval(interval);
  }, [isSignalsAvailable, refresh]);

  useEffect(() => {
    let wanted = true;
    latest.current.load().then(
      data => wanted && setReading({ key, data }),
      error =>
        wanted &&
        setReading(old => ({
          key,
          data: old.key === key ? old.data : undefined,
          error,
        })),
    );
    return () => {
      wanted = false;
    };
  }, [key, tick]);

  const current: Reading<TData> = reading.key === key ? reading : { key };
  if (current.data !== undefined) {
    const { data, error } = current;
    return { status: 'loaded', data, error, refresh };
  }
  if (current.error) {
    return { status: 'error', error: current.error, refresh };
  }
  return { status: 'loading', refresh };
}
