import {
  ReactNode,
  createContext,
  useContext,
  useEffect,
  useState,
} from 'react';

const ClockContext = createContext<(() => number) | undefined>(undefined);

/** Gives everything below it a clock, so that pictures and tests stand still. */
export function ClockProvider(props: {
  now: () => number;
  children: ReactNode;
}) {
  return (
    <ClockContext.Provider value={props.now}>
      {props.children}
    </ClockContext.Provider>
  );
}

const TICK_MS = 5_000;

/** The time in milliseconds; renders again every five seconds. */
export function useNow(): number {
  const clock = useContext(ClockContext) ?? Date.now;
  const [now, setNow] = useState(clock);
  useEffect(() => {
    setNow(clock());
    const interval = setInterval(() => setNow(clock()), TICK_MS);
    return () => clearInterval(interval);
  }, [clock]);
  return now;
}
