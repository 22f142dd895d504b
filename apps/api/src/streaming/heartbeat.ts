/** Calls an action over and over, until what it returns is called. */
export type Heartbeat = (beat: () => void) => () => void;

export const everyFifteenSeconds: Heartbeat = (beat) => {
  const timer = setInterval(beat, 15_000);
  return () => clearInterval(timer);
};
